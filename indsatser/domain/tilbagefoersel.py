"""One row put back as it was before an act, unless that would take away what others have done since."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, IntegrityError, models, transaction
from django.db.models.deletion import Collector, ProtectedError

from indsatser.models import Indsats
from organisering.models import Bruger
from sundhedsaftale.faelles.dansk import dato_kl
from sundhedsaftale.faelles.historik import begrundet, hvem
from sundhedsaftale.faelles.sporet import Sporet

_SLETTET = "Slettet siden."
_BYGGET_PAA = "Andet er knyttet til den siden: {hvad}."
_OPTAGET = "Det, der stod før, er taget i brug et andet sted."
_VIDERE = "Indsatsen er ført videre i {aftale} og kan ikke genoptages her."
_VAEK = "Det, der stod før, findes ikke længere."


class Kanikke(Exception):  # noqa: N818 - a domain word
    """The row is left alone; `str()` is why, as a Danish sentence."""


class Viderefoert(Kanikke):
    """An initiative that would run again while it goes on in another agreement."""


def saet_tilbage(model: Any, pk: int, *, foer: int | None, efter: int, begrundelse: str, bruger: Bruger) -> None:
    """Give the row its content of version `foer`, or remove it when `foer` is None. Raises Kanikke."""
    raekke = model.objects.select_for_update().filter(pk=pk).first()
    if raekke is None:
        raise Kanikke(_SLETTET)
    if raekke.version != efter:
        raise Kanikke(_aendret_siden(raekke))
    raekke._history_user = bruger
    begrundet(raekke, begrundelse)
    try:
        with transaction.atomic():
            if foer is None:
                _fjern(raekke)
            else:
                _genskab(raekke, foer)
    except IntegrityError as fejl:
        raise Kanikke(_OPTAGET) from fejl


def _aendret_siden(raekke: Sporet) -> str:
    seneste = type(raekke).historik.filter(id=raekke.pk).select_related("history_user").latest("history_id")  # type: ignore[attr-defined]  # every concrete model has it
    return f"Ændret siden af {hvem(seneste.history_user)}, {dato_kl(seneste.history_date)}."


def _fjern(raekke: Sporet) -> None:
    """Remove the row and what it points at itself through its own many-to-many fields; nothing of anybody else's."""
    egne = {felt.remote_field.through for felt in raekke._meta.many_to_many}
    samler = Collector(using=raekke._state.db or DEFAULT_DB_ALIAS, origin=raekke)
    try:
        samler.collect([raekke])
    except ProtectedError as fejl:
        raise Kanikke(_BYGGET_PAA.format(hvad=_hvad({type(en) for en in fejl.protected_objects}))) from fejl
    ramte = {model for model, dens in samler.data.items() if dens} - {type(raekke)}
    ramte |= {sporg.model for sporg in samler.fast_deletes if sporg.exists()} - egne
    ramte |= {felt.model for felt, _ in samler.field_updates}
    if ramte:
        raise Kanikke(_BYGGET_PAA.format(hvad=_hvad(ramte)))
    raekke.delete()


def _hvad(ramte: set[type[models.Model]]) -> str:
    return ", ".join(sorted(str(model._meta.verbose_name) for model in ramte))


def _genskab(raekke: Sporet, version: int) -> None:
    """Save the row with what its history row of that version says; columns without history are worked out anew."""
    historik: Any = type(raekke).historik  # type: ignore[attr-defined]  # every concrete model has it
    foer = historik.filter(id=raekke.pk, version=version).exclude(history_type="-").order_by("-history_id").first()
    if foer is None:
        raise Kanikke(_VAEK)
    if isinstance(raekke, Indsats) and raekke.er_afsluttet and foer.afsluttet_den is None:
        _afvis_viderefoert(raekke)
    for navn in {felt.name for felt in historik.model.tracked_fields} - {"id", "version"}:
        felt: Any = raekke._meta.get_field(navn)
        vaerdi = getattr(foer, felt.attname)
        if felt.remote_field and vaerdi is not None and not _findes(felt, vaerdi):
            raise Kanikke(_VAEK)
        setattr(raekke, felt.attname, vaerdi)
    raekke.gem_med(**{felt.name: _relateret(felt, foer) for felt in historik.model._history_m2m_fields})


def _afvis_viderefoert(indsats: Indsats) -> None:
    if (efter := indsats.efterfoelgere.select_related("aftale").first()) is not None:
        raise Viderefoert(_VIDERE.format(aftale=efter.aftale))


def _findes(felt: Any, vaerdi: Any) -> bool:
    return bool(felt.related_model._base_manager.filter(**{felt.target_field.name: vaerdi}).exists())


def _relateret(felt: Any, foer: Any) -> list[models.Model]:
    """The related rows of that time that are still there."""
    noegler = getattr(foer, felt.name).values_list(f"{felt.m2m_reverse_field_name()}_id", flat=True)
    return list(felt.related_model._base_manager.filter(pk__in=list(noegler)))
