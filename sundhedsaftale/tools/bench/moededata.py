"""Made-up meetings: one with forty items of every kind, and as many others as it takes to have a lot to search in."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from organisering.models import (
    Bilag,
    Dagsordenspunkt,
    Deltagelse,
    Indstilling,
    Medlemskab,
    Moede,
    Organ,
    Organtype,
    Person,
    Rolle,
    Sag,
)
from sundhedsaftale.tools.bench.data import bench_region

ORGAN = "bench-udvalg"
PUNKTER, DELTAGERE, PR_MOEDE = 40, 24, 20
FOERSTE = datetime(2010, 1, 4, 10, 0)
ORD = (
    *("borgeren", "kommunen", "sygehuset", "praksis", "telemedicin", "genoptræning", "rehabilitering", "udskrivning"),
    *("indlæggelse", "medicin", "diabetes", "lungesygdom", "psykiatri", "forebyggelse", "rygning", "overvægt"),
    *("trivsel", "unge", "ældre", "samarbejdsaftale", "forløbsprogram", "monitorering", "økonomi", "evaluering"),
)
SJAELDENT, HYPPIGT = "isbjørneprojekt", "samarbejdsaftale"
"""A word of every hundredth item, and one that most items have."""


def main(argumenter: Sequence[str]) -> None:
    """Add the meeting of forty items and `argumenter[0]` items in other meetings: `moededata 20000`."""
    opret_moeder(int(argumenter[0]))
    if connection.vendor == "postgresql":
        with connection.cursor() as markoer:
            markoer.execute("VACUUM ANALYZE")


def opret_moeder(antal: int) -> Moede:
    """Insert a public body with members and published meetings; return the meeting of forty items."""
    with transaction.atomic():
        organ = _opret_organ()
        for foerste in range(0, antal, 1000):
            _opret_punkter(organ, foerste, min(1000, antal - foerste))
        return _opret_stort_moede(organ)


def _opret_organ() -> Organ:
    organ = Organ.objects.create(
        navn="Opdigtet udvalg",
        kortnavn="OU",
        slug=ORGAN,
        type=Organtype.objects.get(slug="sundhedskoordinationsudvalg"),
        region=bench_region(),
    )
    personer = Person.objects.bulk_create(Person(navn=f"Opdigtet Medlem {n}") for n in range(DELTAGERE))
    rolle = Rolle.objects.get(slug="medlem")
    Medlemskab.objects.bulk_create(
        Medlemskab(person=person, organ=organ, rolle=rolle, fra=date(2010, 1, 1)) for person in personer
    )
    return organ


def _udgivet(organ: Organ, nummer: int) -> Moede:
    starter = timezone.make_aware(FOERSTE + timedelta(days=nummer))
    return Moede(
        organ=organ,
        starter=starter,
        tilstand=Moede.Tilstand.REFERAT_GODKENDT,
        dagsorden_udgivet=starter,
        referat_udgivet=starter,
    )


def _opret_punkter(organ: Organ, foerste: int, antal: int) -> None:
    moeder = Moede.objects.bulk_create(_udgivet(organ, (foerste + n) // PR_MOEDE) for n in range(0, antal, PR_MOEDE))
    Dagsordenspunkt.objects.bulk_create(
        _punkt(moeder[n // PR_MOEDE], foerste + n, n % PR_MOEDE + 1) for n in range(antal)
    )


def _punkt(moede: Moede, n: int, plads: int) -> Dagsordenspunkt:
    """About 250 words, of which some are the same in most items."""
    sjaeldent = f" {SJAELDENT}" if n % 100 == 0 else ""
    return Dagsordenspunkt(
        moede=moede,
        raekkefoelge=plads,
        nummer=str(plads),
        titel=f"Opdigtet sag {n} om {ORD[n % len(ORD)]}",
        sagsresume=" ".join(_ord(n, 40)),
        sagsfremstilling=" ".join(_ord(n + 7, 170)) + sjaeldent,
        oekonomi="Sagen har ingen økonomiske konsekvenser.",
        beslutning=" ".join(_ord(n + 3, 30)),
    )


def _ord(n: int, antal: int) -> Iterator[str]:
    """Words that differ from item to item, every third with a number of its own."""
    for plads in range(antal):
        ordet = ORD[(n * 7 + plads * plads) % len(ORD)]
        yield f"{ordet}{(n + plads) % 997}" if plads % 3 == 0 else ordet


def _opret_stort_moede(organ: Organ) -> Moede:
    moede = _udgivet(organ, 5000)
    moede.save()
    sager = Sag.objects.bulk_create(Sag(titel=f"Stor sag {n}", organ=organ) for n in range(PUNKTER))
    punkter = Dagsordenspunkt.objects.bulk_create(_punkt(moede, n, n + 1) for n in range(PUNKTER))
    for punkt, sag in zip(punkter, sager, strict=True):
        punkt.sag = sag
    Dagsordenspunkt.objects.bulk_update(punkter, ["sag"])
    Indstilling.objects.bulk_create(
        Indstilling(punkt=punkt, raekkefoelge=n, indstiller="Styregruppen", tekst=f"Udvalget godkender forslag {n}.")
        for punkt in punkter
        for n in (1, 2)
    )
    Bilag.objects.bulk_create(
        Bilag(punkt=punkt, raekkefoelge=n, titel=f"Opdigtet bilag {n}", dokid=f"{punkt.pk}{n}")
        for punkt in punkter
        for n in (1, 2, 3)
    )
    Deltagelse.objects.bulk_create(
        Deltagelse(moede=moede, raekkefoelge=n, navn=f"Opdigtet Medlem {n}", fremmoede=Deltagelse.Fremmoede.TIL_STEDE)
        for n in range(DELTAGERE)
    )
    return moede
