"""A small world for the access table and the canary crawl: one of everything, open and closed, one user of each role.

Every closed or draft text holds a canary: a word found nowhere else, so that a leak can be searched for.
"""

from dataclasses import dataclass

from indsatser.models import (
    Aarsrevision,
    Cellevirkning,
    Indlaesning,
    Indsats,
    Maalvirkning,
    Milepael,
    Portefoeljepost,
    Portefoeljeversion,
    Portefoeljevisning,
    Punktemne,
)
from indsatser.tests.factories import (
    AarsrevisionFactory,
    IndlaesningFactory,
    IndsatsFactory,
    MaalsaetningFactory,
    MaaltalFactory,
    MilepaelFactory,
    PortefoeljepostFactory,
    PortefoeljeversionFactory,
    PortefoeljevisningFactory,
    RessourcetraekFactory,
    RisikogruppeFactory,
)
from organisering.models import Aftale, Bruger, Dokument, Medlemskab, Organ
from organisering.tests.factories import (
    AftaleFactory,
    AftaleversionFactory,
    BrugerFactory,
    DokumentversionFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    OrgantypeFactory,
    PartsgodkendelseFactory,
    RolleFactory,
    sekretariatsbruger,
)
from rapportering.domain.statusrapport import returner_statusrapport
from rapportering.models import Afrapportering, Statusrapport
from rapportering.tests.factories import (
    AfrapporteringFactory,
    RapporteringsrundeFactory,
    StatuslinjeFactory,
    StatusrapportFactory,
)
from sundhedsaftale.tests.maalverden import Maalverden, byg_maalverden
from sundhedsaftale.tests.midlerverden import Midlerverden, byg_midlerverden
from sundhedsaftale.tests.moedeverden import Moedeverden, byg_moedeverden
from sundhedsaftale.tests.referatverden import Referatverden, byg_referatverden

ROLLER = ["anonym", "fremmed", "medlem", "sekretaer", "formand", "sekretariat", "administrator"]


@dataclass
class Verden:
    """`brugere` by role (None is the anonymous visitor); `kanariefugle` by where the word stands."""

    aftale: Aftale
    skjult_aftale: Aftale
    organ: Organ
    gruppe: Organ
    skjult_organ: Organ
    dokument: Dokument
    skjult_dokument: Dokument
    indsats: Indsats
    skjult_indsats: Indsats
    milepael: Milepael
    post: Portefoeljepost
    skjult_post: Portefoeljepost
    portefoeljeversion: Portefoeljeversion
    skjult_portefoeljeversion: Portefoeljeversion
    revision: Aarsrevision
    indlaesning: Indlaesning
    skjult_indlaesning: Indlaesning
    gruppepost: Portefoeljepost
    visning: Portefoeljevisning
    plads: Medlemskab
    kladde: Statusrapport
    indsendt: Statusrapport
    udgivet: Afrapportering
    udkast: Afrapportering
    referater: Referatverden
    moeder: Moedeverden
    maal: Maalverden
    virkning: Cellevirkning
    midler: Midlerverden
    brugere: dict[str, Bruger | None]
    kanariefugle: dict[str, str]

    @property
    def linje(self) -> list[int]:
        """The address of the draft's one line."""
        return [self.kladde.pk, self.kladde.linjer.get().pk]


def byg_verden() -> Verden:
    fugle: dict[str, str] = {}

    def fugl(sted: str) -> str:
        return fugle.setdefault(sted, f"kanarie{len(fugle):02d}{sted.replace('_', '')}")

    aftale = AftaleFactory()
    region = aftale.region
    organ = OrganFactory(region=region)
    sof = OrganFactory(
        region=region,
        navn="Samordningsforum Prøve",
        slug="sof",
        type=OrgantypeFactory(navn="Samordningsforum", slug="samordningsforum", niveau__nummer=4),
    )
    gruppe = OrganFactory(
        region=region,
        slug="gruppe",
        spejler=organ,
        refererer_til=sof,
        type=OrgantypeFactory(implementeringsgruppe=True),
    )
    skjult_aftale = AftaleFactory(titel=fugl("skjult_aftale"), vision=fugl("skjult_vision"), offentlig=False)
    skjult_organ = OrganFactory(
        region=skjult_aftale.region, navn=fugl("skjult_organ"), slug="skjult-organ", offentlig=False
    )

    PartsgodkendelseFactory(aftaleversion=AftaleversionFactory(aftale=aftale, nummer=1, godkendt=True))
    dokument = DokumentversionFactory(pdf=True, dokument__organ=gruppe).dokument
    skjult_dokument = DokumentversionFactory(
        pdf=True,
        filnavn=f"{fugl('skjult_filnavn')}.pdf",
        dokument__organ=gruppe,
        dokument__titel=fugl("skjult_dokument"),
        dokument__offentligt=False,
    ).dokument
    AftaleversionFactory(aftale=aftale, nummer=2, bemaerkning=fugl("versionsudkast"))

    plads = MedlemskabFactory(
        organ=organ, person__email=f"{fugl('persons_email')}@kommune.example", person__telefon=fugl("persons_telefon")
    )

    indsats = IndsatsFactory(aftale=aftale, intern_note=fugl("intern_note"))
    indsats.gem_med(
        maalsaetninger=[MaalsaetningFactory(aftale=aftale, organ=organ)], dokumenter=[dokument, skjult_dokument]
    )
    post = PortefoeljepostFactory(indsats=indsats, organ=organ)
    RessourcetraekFactory(post=post, aar=2020)
    gruppepost = PortefoeljepostFactory(indsats=indsats, organ=gruppe)
    RisikogruppeFactory(aftale=aftale)
    skjult_indsats = IndsatsFactory(aftale=skjult_aftale, titel=fugl("skjult_indsats"))
    skjult_post = PortefoeljepostFactory(indsats=skjult_indsats, organ=skjult_organ)

    runde = RapporteringsrundeFactory(aftale=aftale, moede=MoedeFactory(organ=sof))
    kladde = StatusrapportFactory(
        runde=runde, organ=gruppe, tilstand=Statusrapport.Tilstand.RETURNERET, returbegrundelse=fugl("returbegrundelse")
    )
    StatuslinjeFactory(
        statusrapport=kladde,
        indsats=indsats,
        siden_sidst=fugl("kladde_siden_sidst"),
        naeste_skridt=fugl("kladde_naeste_skridt"),
        opfoelgning=fugl("kladde_opfoelgning"),
        risici=fugl("kladde_risici"),
        indstilling=fugl("kladde_indstilling"),
        begrundelse=fugl("kladde_begrundelse"),
        intern_note=fugl("kladde_intern_note"),
    )
    indsendt = StatusrapportFactory(
        runde=RapporteringsrundeFactory(aftale=aftale, moede=MoedeFactory(organ=sof)), organ=gruppe, indsendt=True
    )
    StatuslinjeFactory(
        statusrapport=indsendt,
        indsats=indsats,
        faerdig=True,
        siden_sidst=fugl("indsendt_siden_sidst"),
        intern_note=fugl("indsendt_intern_note"),
    )
    returner_statusrapport(indsendt, bruger=sekretariatsbruger(region), begrundelse=fugl("tidligere_returbegrundelse"))
    indsendt = Statusrapport.objects.get(pk=indsendt.pk)
    indsendt.tilstand, indsendt.returbegrundelse = Statusrapport.Tilstand.INDSENDT, ""
    indsendt.save()

    udkast = AfrapporteringFactory(
        aftale=aftale, aar=2021, faerdig=True, html=f"<p>{fugl('udkast_html')}</p>", fejltekst=fugl("udkast_fejl")
    )
    udkast.snapshot["aftale"]["vision"] = fugl("udkast_snapshot")
    udkast.save()
    udgivet = AfrapporteringFactory(aftale=aftale, er_udgivet=True)

    moeder = byg_moedeverden(sof, skjult_organ, fugl)
    for punkt in (moeder.aabent, moeder.lukket, moeder.kladdepunkt):
        Punktemne.objects.create(punkt=punkt, indsats=indsats)
    virkning = Cellevirkning.objects.create(punkt=moeder.kladdepunkt, post=post, aar=2022, planlagt=True)
    sendt, maaltal = moeder.udsendt.punkter.get(lukket=False), MaaltalFactory(maalsaetning__aftale=aftale)
    Maalvirkning.objects.create(punkt=sendt, maaltal=maaltal, maaltekst=fugl("virkning"))

    def bruger(organ: Organ, **rolle: bool) -> Bruger:
        ny = BrugerFactory()
        MedlemskabFactory(person=ny.person, organ=organ, rolle=RolleFactory(**rolle))
        return ny

    return Verden(
        aftale=aftale,
        skjult_aftale=skjult_aftale,
        organ=organ,
        gruppe=gruppe,
        skjult_organ=skjult_organ,
        dokument=dokument,
        skjult_dokument=skjult_dokument,
        indsats=indsats,
        skjult_indsats=skjult_indsats,
        milepael=MilepaelFactory(indsats=indsats),
        post=post,
        skjult_post=skjult_post,
        portefoeljeversion=PortefoeljeversionFactory(aftale=aftale),
        skjult_portefoeljeversion=PortefoeljeversionFactory(
            aftale=aftale, organ=skjult_organ, navn=fugl("skjult_version"), bemaerkning=fugl("skjult_versionsnote")
        ),
        revision=AarsrevisionFactory(aftale=aftale),
        indlaesning=IndlaesningFactory(aftale=aftale, kilde=fugl("indlaesning_kilde")),
        skjult_indlaesning=IndlaesningFactory(aftale=skjult_aftale),
        gruppepost=gruppepost,
        visning=PortefoeljevisningFactory(aftale=aftale, bruger=BrugerFactory(), delt=True),
        plads=plads,
        kladde=kladde,
        indsendt=indsendt,
        udgivet=udgivet,
        udkast=udkast,
        referater=byg_referatverden(gruppe, fugl),
        moeder=moeder,
        maal=byg_maalverden(indsats.maalsaetninger.get(), skjult_aftale, skjult_organ, fugl),
        virkning=virkning,
        midler=byg_midlerverden(aftale, skjult_aftale, indsats, moeder, fugl),
        brugere={
            "anonym": None,
            "fremmed": sekretariatsbruger(AftaleFactory().region),
            "medlem": bruger(sof),
            "sekretaer": bruger(gruppe, sekretaer=True),
            "formand": bruger(gruppe, regional_formand=True),
            "sekretariat": sekretariatsbruger(region),
            "administrator": BrugerFactory(is_superuser=True, is_staff=True),
        },
        kanariefugle=fugle,
    )
