"""The real portfolio and, beside it, made-up ones in its proportions, each an agreement of its own."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from indsatser.models import Indsats, Maaling, Maalsaetning, Maaltal, Portefoeljepost, Ressourcetraek
from organisering.models import (
    Aftale,
    Aftaletype,
    Bruger,
    Medlemskab,
    Moede,
    Organ,
    Organisation,
    Organtype,
    Person,
    Rolle,
)
from rapportering.demo.indlaes import indlaes
from rapportering.grunddata.indlaes import SUNDHEDSAFTALE
from rapportering.models import Rapporteringsrunde, Statuslinje, Statusrapport

VIRKELIG = "virkelig"
KODEORD = "kun-til-bench"
BRUGER = "sekretariat@bench.example"
REGION = "Region Opdigtet"
AAR = 2020
ORGANER = 8
# Of 47 real rows a quarter are new; 98 of their 235 years have an X; there is one målsætning for every three.
NYE, MAAL = 4, 3
TRAEK = (0b00001, 0b00011, 0b00011, 0b00111, 0b11111, 0b01000, 0b00010, 0b10001)
SAETNING = "Parterne har afprøvet arbejdsgangen i tre kommuner og samlet erfaringerne i en fælles skabelon. "


def main(argumenter: Sequence[str]) -> None:
    """Make the tables, load `fixtures/` and add an agreement of each size: `data 50 500`."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    indlaes(KODEORD)
    for antal in argumenter:
        opret_portefoelje(int(antal))
    if connection.vendor == "postgresql":
        # What autovacuum does within a minute of such a load.
        with connection.cursor() as markoer:
            markoer.execute("VACUUM ANALYZE")


def find_aftale(navn: str) -> Aftale:
    """The real agreement by the name `virkelig`, a made-up one by its size."""
    return Aftale.objects.get(slug=SUNDHEDSAFTALE if navn == VIRKELIG else _slug(navn))


def _slug(antal: int | str) -> str:
    return f"bench-{antal}"


@transaction.atomic
def opret_portefoelje(antal: int) -> Aftale:
    """Insert an agreement with `antal` initiatives in eight bodies, their targets, years and status; history too."""
    region = bench_region()
    aftale = Aftale.objects.create(
        type=Aftaletype.objects.get(slug="sundhedsaftale"),
        titel=f"Opdigtet aftale med {antal} indsatser",
        slug=_slug(antal),
        region=region,
        gyldig_fra=date(2019, 1, 1),
        gyldig_til=date(2023, 12, 31),
        offentlig=True,
    )
    type = Organtype.objects.get(slug="foelgegruppe")
    organer = Organ.objects.bulk_create(
        Organ(navn=f"Opdigtet følgegruppe {n} for {antal}", slug=f"bench-{antal}-{n}", type=type, region=region)
        for n in range(ORGANER)
    )
    maal = _opret_maal(aftale, organer, antal // MAAL)
    indsatser = _opret_indsatser(aftale, organer, maal, antal)
    _opret_status(aftale, organer, indsatser)
    return aftale


def bench_region() -> Organisation:
    """The made-up region, with one user in its secretariat."""
    if region := Organisation.objects.filter(navn=REGION).first():
        return region
    region = Organisation.objects.create(navn=REGION, slags=Organisation.Slags.REGION)
    person = Person.objects.create(navn="Opdigtet Sekretær")
    Bruger.objects.create_user(BRUGER, navn="Opdigtet Sekretær", person=person)
    organ = Organ.objects.create(
        navn="Opdigtet sekretariat",
        slug="bench-sekretariat",
        type=Organtype.objects.filter(er_sekretariat=True)[0],
        region=region,
    )
    Medlemskab.objects.create(person=person, organ=organ, rolle=Rolle.objects.get(slug="medlem"), fra=date(2019, 1, 1))
    return region


def _opret_maal(aftale: Aftale, organer: list[Organ], antal: int) -> list[Maalsaetning]:
    """Targets in turn between the bodies, each with a figure, a baseline and two measurements."""
    saetninger = Maalsaetning.objects.bulk_create(
        Maalsaetning(aftale=aftale, organ=organer[n % ORGANER], raekkefoelge=n, tekst=f"Vi vil nå opdigtet mål {n}.")
        for n in range(antal)
    )
    tal = Maaltal.objects.bulk_create(
        Maaltal(
            maalsaetning=maalsaetning,
            betegnelse=f"Opdigtet andel {n}",
            population="Opdigtede borgere",
            retning=Maaltal.Retning.HOEJST,
            enhed=Maaltal.Enhed.PROCENT,
            maal=10,
            basisvaerdi=15,
            basisaar=2017,
            kilde="Opdigtet kilde",
        )
        for n, maalsaetning in enumerate(saetninger)
    )
    Maaling.objects.bulk_create(
        Maaling(maaltal=maaltal, aar=aar, vaerdi=9 + n % 5, kilde="Opdigtet kilde")
        for n, maaltal in enumerate(tal)
        for aar in (2019, 2020)
    )
    return saetninger


def _opret_indsatser(aftale: Aftale, organer: list[Organ], maal: list[Maalsaetning], antal: int) -> list[Indsats]:
    """Initiatives in turn between the bodies; every new one serves a målsætning of its own body."""
    indsatser = Indsats.objects.bulk_create(
        Indsats(
            aftale=aftale,
            titel=f"Opdigtet samarbejdsaftale {n} om sammenhængende forløb på tværs af sektorer",
            slags=Indsats.Slags.EKSISTERENDE if n // ORGANER % NYE else Indsats.Slags.NY,
        )
        for n in range(antal)
    )
    tjener = Indsats.maalsaetninger.through
    tjener.objects.bulk_create(
        tjener(indsats_id=indsats.pk, maalsaetning_id=maal[n % ORGANER + n // ORGANER // NYE * ORGANER].pk)
        for n, indsats in enumerate(indsatser)
        if indsats.slags == Indsats.Slags.NY and n % ORGANER + n // ORGANER // NYE * ORGANER < len(maal)
    )
    poster = Portefoeljepost.objects.bulk_create(
        Portefoeljepost(indsats=indsats, organ=organer[n % ORGANER], raekkefoelge=n)
        for n, indsats in enumerate(indsatser)
    )
    Ressourcetraek.objects.bulk_create(
        Ressourcetraek(post=post, aar=aar, planlagt=True)
        for n, post in enumerate(poster)
        for plads, aar in enumerate(aftale.aar)
        if TRAEK[n % len(TRAEK) ^ n // ORGANER % len(TRAEK)] >> plads & 1
    )
    return indsatser


def _opret_status(aftale: Aftale, organer: list[Organ], indsatser: list[Indsats]) -> None:
    """A meeting of the year at which every body has reported on every initiative of its own, about 150 words each."""
    moede = Moede.objects.create(
        organ=organer[0], starter=timezone.make_aware(datetime(AAR, 12, 1, 10, 0)), tilstand=Moede.Tilstand.AFHOLDT
    )
    runde = Rapporteringsrunde.objects.create(aftale=aftale, moede=moede, frist=date(AAR, 11, 24))
    rapporter = Statusrapport.objects.bulk_create(
        Statusrapport(runde=runde, organ=organ, tilstand=Statusrapport.Tilstand.FROSSET) for organ in organer
    )
    Statuslinje.objects.bulk_create(
        Statuslinje(
            statusrapport=rapporter[n % ORGANER],
            indsats=indsats,
            raekkefoelge=n,
            fremdrift=Statuslinje.Fremdrift.OPMAERKSOMHED,
            begrundelse=SAETNING * 2,
            siden_sidst=SAETNING * 4,
            naeste_skridt=SAETNING * 2,
            risici=SAETNING * 2,
            indstilling=SAETNING,
        )
        for n, indsats in enumerate(indsatser)
    )
