"""Meetings and deadlines as a calendar that Outlook and others subscribe to (RFC 5545).

Only when and where: no word of an agenda stands in a feed. The same data give the same bytes.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Max, OuterRef, Subquery
from icalendar import Calendar, Event

from organisering.models import Besoegende, Bruger, Moede, Organ
from organisering.models.moede import MoedeQuerySet
from organisering.queries.moedeplan import Frist, frister, til_liste

_UID = "sundhedsaftaleportalen"
_FRISTNAVNE = {"sager": "Frist for sager", "udsendelse": "Dagsorden sendes ud", "status": "Frist for status"}
_OPDATERES = timedelta(hours=6)

Adresse = Callable[[Moede], str]


def organkalender(organ: Organ, *, bruger: Besoegende, adresse: Adresse) -> bytes:
    """A body's meetings for everyone who sees the body; `adresse` gives the whole address of a meeting's page."""
    moeder = _laes(Moede.objects.synlige_for(bruger).for_organ(organ), bruger)
    return _kalender(f"Møder i {organ.kaldes}", (_moede(moede, adresse(moede)) for moede in moeder))


def brugerkalender(bruger: Bruger, *, adresse: Adresse) -> bytes:
    """The meetings of the bodies in which the user sits today, with their deadlines."""
    moeder = _laes(Moede.objects.synlige_for(bruger).i_organer(bruger.organer), bruger)
    return _kalender(
        "Mine møder og frister", (del_ for moede in moeder for del_ in _med_frister(moede, adresse(moede)))
    )


def egne_organer(bruger: Besoegende) -> list[Organ]:
    """The bodies in which the reader sits today and whose calendar everybody may follow."""
    return list(Organ.objects.filter(pk__in=bruger.organer, offentlig=True)) if bruger.is_authenticated else []


def _laes(moeder: MoedeQuerySet, bruger: Besoegende) -> MoedeQuerySet:
    """Read when each was last saved too; a deadline follows the days on the body, so the body's save counts."""
    return (
        til_liste(moeder, bruger)
        .annotate(gemt=_sidst_gemt(Moede, "pk"), organ_gemt=_sidst_gemt(Organ, "organ"))
        .order_by("starter", "pk")
    )


def _sidst_gemt(model: Any, noegle: str) -> Subquery:
    dens = model.historik.filter(id=OuterRef(noegle)).order_by().values("id")
    return Subquery(dens.annotate(sidst=Max("history_date")).values("sidst"))


def _kalender(navn: str, dele: Iterable[Event]) -> bytes:
    kalender = Calendar()
    kalender.add("prodid", "-//Sundhedsaftaleportalen//Møder//DA")
    kalender.add("version", "2.0")
    kalender.add("name", navn)
    kalender.add("x-wr-calname", navn)
    kalender.add("refresh-interval", _OPDATERES, parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", "PT6H")
    for en in dele:
        kalender.add_component(en)
    return bytes(kalender.to_ical())


def _med_frister(moede: Any, adresse: str) -> list[Event]:
    alle = frister(moede, faar_status=moede.faar_status)
    return [_moede(moede, adresse), *(_frist(moede, frist, adresse) for frist in alle)]


def _moede(moede: Any, adresse: str) -> Event:
    """Times in UTC: right through the nights when the clocks change, and no time zone to be read wrong."""
    aflyst = moede.tilstand == Moede.Tilstand.AFLYST
    navne = ", ".join(organ.kaldes for organ in (moede.organ, *moede.synlige_faelles))
    slags = moede.get_slags_display()
    begivenhed = _begivenhed(moede, uid=f"{moede.uuid}@{_UID}", udgave=moede.version, adresse=adresse)
    # Outlook overlooks STATUS in a subscription, so the title says it too.
    begivenhed.add("summary", f"{'Aflyst: ' if aflyst else ''}{navne}, {slags.lower()}")
    begivenhed.add("status", "CANCELLED" if aflyst else "CONFIRMED")
    begivenhed.add("dtstart", moede.starter.astimezone(UTC))
    if moede.slutter is not None:
        begivenhed.add("dtend", moede.slutter.astimezone(UTC))
    if moede.sted:
        begivenhed.add("location", moede.sted)
    return begivenhed


def _frist(moede: Any, frist: Frist, adresse: str) -> Event:
    udgave = moede.version + moede.organ.version
    begivenhed = _begivenhed(moede, uid=f"{moede.uuid}-{frist.art}@{_UID}", udgave=udgave, adresse=adresse)
    begivenhed.add("summary", f"{_FRISTNAVNE[frist.art]}, {moede.organ.kaldes}")
    begivenhed.add("dtstart", frist.dag)
    begivenhed.add("transp", "TRANSPARENT")
    return begivenhed


def _begivenhed(moede: Any, *, uid: str, udgave: int, adresse: str) -> Event:
    gemt: datetime = max(moede.gemt, moede.organ_gemt)
    begivenhed = Event()
    begivenhed.add("uid", uid)
    begivenhed.add("sequence", udgave)
    begivenhed.add("dtstamp", gemt.astimezone(UTC))
    begivenhed.add("last-modified", gemt.astimezone(UTC))
    begivenhed.add("url", adresse)
    begivenhed.add("description", adresse)
    return begivenhed
