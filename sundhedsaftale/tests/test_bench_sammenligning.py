"""The two versions that the bench compares differ as it says."""

import pytest
from django.urls import reverse

from organisering.tests.factories import AftaletypeFactory, OrgantypeFactory, RolleFactory
from sundhedsaftale.tools.bench.data import opret_portefoelje
from sundhedsaftale.tools.bench.sammenligning import opret_to_versioner


@pytest.mark.django_db
def test_the_bench_changes_a_part_of_an_agreement_between_two_versions(client):
    AftaletypeFactory(), OrgantypeFactory(), OrgantypeFactory(sekretariat=True), RolleFactory()
    aftale = opret_portefoelje(40)
    foer, efter = opret_to_versioner(aftale)

    adresse = reverse("indsatser:sammenligning", args=[aftale.slug], query={"fra": foer.uuid, "til": efter.uuid})
    svar = client.get(adresse)

    antal = {str(gruppe.slags): gruppe.antal for gruppe in svar.context["sammenligning"].grupper}
    assert antal == {"tilfoejet": 4, "fjernet": 0, "afsluttet": 4, "flyttet": 4, "aendret": 4, "maal": 0}
