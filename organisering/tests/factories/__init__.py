"""Dull factories: one valid row each."""

from organisering.tests.factories.aftale import (
    AftaleFactory,
    AftaletypeFactory,
    AftaleversionFactory,
    KommuneFactory,
    PartsgodkendelseFactory,
    RegionFactory,
)
from organisering.tests.factories.dokument import (
    DokumentFactory,
    DokumentversionFactory,
)
from organisering.tests.factories.moede import (
    BilagFactory,
    DagsordenspunktFactory,
    DeltagelseFactory,
    MoedeFactory,
    SagFactory,
)
from organisering.tests.factories.organ import (
    NiveauFactory,
    OrganFactory,
    OrgantypeFactory,
)
from organisering.tests.factories.person import (
    BrugerFactory,
    MedlemskabFactory,
    PersonFactory,
    RolleFactory,
    sekretariatsbruger,
)

__all__ = [
    "AftaleFactory",
    "AftaletypeFactory",
    "AftaleversionFactory",
    "BilagFactory",
    "BrugerFactory",
    "DagsordenspunktFactory",
    "DeltagelseFactory",
    "DokumentFactory",
    "DokumentversionFactory",
    "KommuneFactory",
    "MedlemskabFactory",
    "MoedeFactory",
    "NiveauFactory",
    "OrganFactory",
    "OrgantypeFactory",
    "PartsgodkendelseFactory",
    "PersonFactory",
    "RegionFactory",
    "RolleFactory",
    "SagFactory",
    "sekretariatsbruger",
]
