"""A version's way from draft through the parties to Sundhedsstyrelsen; each step leaves one history row."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from organisering.models import Aftale, Aftaleversion, Bruger, Partsgodkendelse
from sundhedsaftale.faelles.dansk import dato, opremset, sorteringsnoegle
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

Tilstand = Aftaleversion.Tilstand


@transaction.atomic
def opret_version(aftale: Aftale, *, bruger: Bruger, journalnummer: str = "", bemaerkning: str = "") -> Aftaleversion:
    """Begin the agreement's next version as a draft. Raises Regelbrud while another draft waits."""
    aftale = Aftale.objects.select_for_update().get(pk=aftale.pk)
    if udkast := aftale.versioner.filter(tilstand=Tilstand.UDKAST).first():
        raise Regelbrud(f"Version {udkast.nummer} er stadig et udkast. Ret i den, eller send den til parterne først.")
    sidste = aftale.versioner.aggregate(nummer=Max("nummer"))["nummer"] or 0
    version = Aftaleversion(
        aftale=aftale, nummer=sidste + 1, journalnummer=journalnummer, bemaerkning=bemaerkning, tilstand=Tilstand.UDKAST
    )
    return _gem(version, bruger=bruger, hvorfor="Oprettet som udkast")


@transaction.atomic
def ret_version(version: Aftaleversion, *, bruger: Bruger, begrundelse: str = "") -> Aftaleversion:
    """Save what is written about a version. Raises Regelbrud, Versionskonflikt.

    Once it is approved by all a correction needs its reason.
    """
    laast = _laas(version.pk)
    if laast.er_godkendt and not begrundelse.strip():
        raise Regelbrud("Versionen er godkendt af alle. Skriv, hvorfor den rettes.")
    afvis_datoer(version, parter=_partsdatoer(laast))
    return _gem(version, bruger=bruger, hvorfor=begrundelse)


@transaction.atomic
def send_til_parterne(version: Aftaleversion, *, dag: date, bruger: Bruger) -> Aftaleversion:
    """Ask every party of the agreement for its approval. Raises Regelbrud, Versionskonflikt."""
    laast = _laas(version.pk)
    if laast.tilstand != Tilstand.UDKAST:
        raise Regelbrud("Versionen er allerede sendt til parterne.")
    parter = list(laast.aftale.parter.all())
    if not parter:
        raise Regelbrud("Aftalen har ingen parter at sende versionen til.")
    _kraev_som_laest(laast, version)
    laast.sendt_til_parterne = dag
    afvis_datoer(laast, parter=())
    nye = [Partsgodkendelse(aftaleversion=laast, organisation_id=part.organisation_id) for part in parter]
    for ny in nye:
        ny._history_user = bruger
    Partsgodkendelse.objects.bulk_create(nye)
    return _skift(laast, Tilstand.HOS_PARTERNE, bruger=bruger, hvorfor="Sendt til godkendelse hos parterne")


@transaction.atomic
def godkend_endeligt(version: Aftaleversion, *, af: str, dag: date, bruger: Bruger) -> Aftaleversion:
    """Note that the version is approved for good by `af`.

    Raises Regelbrud, also with the names of the parties that are missing, and Versionskonflikt.
    """
    laast = _laas(version.pk)
    if laast.er_godkendt:
        raise Regelbrud("Versionen er allerede endeligt godkendt.")
    if laast.tilstand != Tilstand.HOS_PARTERNE:
        raise Regelbrud("Versionen skal sendes til parterne, før den kan godkendes endeligt.")
    mangler = laast.partsgodkendelser.filter(godkendt_den=None).select_related("organisation")
    if navne := sorted((str(en.organisation) for en in mangler), key=sorteringsnoegle):
        hvem = opremset(navne)
        raise Regelbrud(f"Versionen kan først godkendes endeligt, når alle parter har godkendt. Mangler: {hvem}.")
    _kraev_som_laest(laast, version)
    laast.godkendt_af, laast.godkendt_den = af, dag
    afvis_datoer(laast, parter=_partsdatoer(laast))
    return _skift(laast, Tilstand.GODKENDT, bruger=bruger, hvorfor="Endeligt godkendt")


@transaction.atomic
def indsend_version(version: Aftaleversion, *, dag: date, bruger: Bruger) -> Aftaleversion:
    """Note that the version is sent to Sundhedsstyrelsen. Raises Regelbrud, Versionskonflikt."""
    laast = _laas(version.pk)
    if laast.tilstand == Tilstand.INDSENDT:
        raise Regelbrud("Versionen er allerede indsendt.")
    if laast.tilstand != Tilstand.GODKENDT:
        raise Regelbrud("Versionen skal være endeligt godkendt, før den kan indsendes.")
    _kraev_som_laest(laast, version)
    laast.indsendt_den = dag
    afvis_datoer(laast, parter=_partsdatoer(laast))
    return _skift(laast, Tilstand.INDSENDT, bruger=bruger, hvorfor="Indsendt til Sundhedsstyrelsen")


def afvis_datoer(version: Aftaleversion, *, parter: Iterable[date]) -> None:
    """Raise Regelbrud unless the dates that are known come in the order of the steps, and none lies ahead."""
    forrige: tuple[str, date] | None = None
    for trin, datoer in (
        ("sendt til parterne", [version.sendt_til_parterne]),
        ("godkendt af en part", parter),
        ("endeligt godkendt", [version.godkendt_den]),
        ("indsendt til Sundhedsstyrelsen", [version.indsendt_den]),
    ):
        kendte = sorted(dag for dag in datoer if dag is not None)
        if not kendte:
            continue
        if kendte[-1] > timezone.localdate():
            raise Regelbrud(f"Datoen {dato(kendte[-1])} ligger i fremtiden. Skriv den dag, versionen blev {trin}.")
        if forrige is not None and kendte[0] < forrige[1]:
            raise Regelbrud(
                f"Versionen kan ikke være {trin} {dato(kendte[0])}, for den blev {forrige[0]} {dato(forrige[1])}."
            )
        forrige = (trin, kendte[-1])


def _laas(pk: int) -> Aftaleversion:
    return Aftaleversion.objects.select_for_update().get(pk=pk)


def _kraev_som_laest(laast: Aftaleversion, laest: Aftaleversion) -> None:
    if laast.version != laest.version:
        raise Versionskonflikt(laest)


def _partsdatoer(version: Aftaleversion) -> list[date]:
    datoer = version.partsgodkendelser.values_list("godkendt_den", flat=True)
    return [dag for dag in datoer if dag is not None]


def _skift(version: Aftaleversion, tilstand: Tilstand, *, bruger: Bruger, hvorfor: str) -> Aftaleversion:
    version.tilstand = tilstand
    return _gem(version, bruger=bruger, hvorfor=hvorfor)


def _gem(version: Aftaleversion, *, bruger: Bruger, hvorfor: str) -> Aftaleversion:
    version._history_user = bruger
    begrundet(version, hvorfor).save()
    return version
