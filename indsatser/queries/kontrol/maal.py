"""Targets without a figure, and targets whose figures have not come."""

from collections.abc import Iterable

from indsatser.models import Maaltal
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag
from indsatser.queries.maaltilstand import Tilstand, intern_maaltilstand, tal_udeblevet_siden

UDEN_TAL = Fundslags("maal-uden-tal", "Mål uden tal", "Parterne har ikke fastsat, hvad målet er.")
UDEN_DATA = Fundslags("maal-uden-data", "Mål uden nye tal", "Der er ingen måling, eller den seneste er for gammel.")

_UDEN_NYE = (Tilstand.INGEN_DATA, Tilstand.INGEN_NY_MAALING)


def laes_maalfund(grundlag: Grundlag) -> Iterable[Fund]:
    """Two queries: targets and their measurements."""
    maaltal = (
        Maaltal.objects.filter(maalsaetning__aftale__in=grundlag.aftaler)
        .select_related("maalsaetning")
        .prefetch_related("maalinger")
        .order_by("maalsaetning__organ__raekkefoelge", "maalsaetning__raekkefoelge", "raekkefoelge", "pk")
    )
    for et in maaltal:
        if et.maal is None:
            ordlyd = f" Aftalt er “{et.maaltekst}”." if et.maaltekst else ""
            yield _fund(UDEN_TAL, et, f"Målet er ikke fastsat.{ordlyd}")
            continue
        aar = grundlag.dag.year
        ventet = f" Næste tal: {et.naeste_data}." if et.naeste_data else ""
        tilstand = intern_maaltilstand(et, et.maalinger.all(), til_aar=aar)
        if (mangler := tal_udeblevet_siden(et, et.maalinger.all(), aar=aar)) is not None:
            yield _fund(UDEN_DATA, et, f"Tallene for {mangler} er ikke indberettet.{ventet}")
        elif tilstand.tilstand in _UDEN_NYE:
            yield _fund(UDEN_DATA, et, f"{tilstand.tekst}.{ventet}")


def _fund(slags: Fundslags, maaltal: Maaltal, saetning: str) -> Fund:
    maalsaetning = maaltal.maalsaetning
    return Fund(
        slags=slags,
        aftale_id=maalsaetning.aftale_id,
        raekke=str(maaltal.pk),
        om=str(maaltal),
        saetning=saetning,
        url=maaltal.get_absolute_url(),
        handling="Se målet",
    )
