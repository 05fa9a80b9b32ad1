"""`indblik.py`'s rule as conditions on rows, for questions over many meetings at once. The tests hold the two together.

Every condition takes `sti`, the way from the row asked about to the item: "" for items, "punkt__" for their papers.
"""

from django.db.models import Q

from organisering.models import Besoegende, Moede, Organ
from organisering.queries.indblik import MED_REFERAT, UDSENDT


def dagsorden_kan_laeses(bruger: Besoegende, sti: str = "") -> Q:
    """Items whose agenda text this reader may read in the body's own words."""
    offentlig = Q(**{f"{sti}lukket": False}) & _udgivet(sti)
    return _i_synligt_organ(bruger, sti) & (offentlig | sendt_til(bruger, sti))


def beslutning_kan_laeses(bruger: Besoegende, sti: str = "") -> Q:
    """Items whose decision this reader may read in the body's own words."""
    offentlig = Q(**{f"{sti}lukket": False, f"{sti}moede__referat_udgivet__isnull": False})
    medlem = _sidder_i(bruger, sti) & Q(**{f"{sti}moede__tilstand__in": MED_REFERAT})
    lukkede = Q(**{f"{sti}lukket": True, f"{sti}moede__referat_udgivet__isnull": False}) & sendt_til(bruger, sti)
    return _i_synligt_organ(bruger, sti) & (offentlig | medlem | lukkede | _skriver_i(bruger, sti))


def bilag_kan_laeses(bruger: Besoegende) -> Q:
    """Papers that this reader may read: open ones of open published items, and those of own meetings."""
    aabne = Q(aabent=True, punkt__lukket=False) & _udgivet("punkt__")
    return _i_synligt_organ(bruger, "punkt__") & (aabne | sendt_til(bruger, "punkt__"))


def ordlyd_kan_laeses(bruger: Besoegende, *, med_beslutning: bool) -> Q:
    """Public wordings of closed items that are published, or that stand in a meeting the reader sees into."""
    udgivet = Q(punkt__moede__referat_udgivet__isnull=False) if med_beslutning else _udgivet("punkt__")
    return _i_synligt_organ(bruger, "punkt__") & Q(punkt__lukket=True) & udgivet


def sendt_til(bruger: Besoegende, sti: str = "") -> Q:
    """Items of meetings that this reader writes, or sits in and has been sent."""
    medlem = _sidder_i(bruger, sti) & Q(**{f"{sti}moede__tilstand__in": UDSENDT})
    return medlem | _skriver_i(bruger, sti)


def _udgivet(sti: str) -> Q:
    return Q(**{f"{sti}moede__dagsorden_udgivet__isnull": False}) | Q(**{f"{sti}moede__referat_udgivet__isnull": False})


def _i_synligt_organ(bruger: Besoegende, sti: str) -> Q:
    return Q(**{f"{sti}moede__organ__in": Organ.objects.synlige_for(bruger)})


def _sidder_i(bruger: Besoegende, sti: str) -> Q:
    return _moede_i(bruger.organer if bruger.is_authenticated and bruger.is_active else set(), sti)


def _skriver_i(bruger: Besoegende, sti: str) -> Q:
    if not bruger.is_authenticated or not bruger.is_active:
        return _moede_i(set(), sti)
    if bruger.is_superuser:
        return Q(**{f"{sti}moede__isnull": False})
    egen_region = Q(**{f"{sti}moede__organ__region__in": bruger.sekretariatsregioner})
    return _moede_i(bruger.skriveorganer, sti) | egen_region


def _moede_i(organer: set[int], sti: str) -> Q:
    faelles = Moede.faelles_med.through.objects.filter(organ__in=organer).values("moede")
    return Q(**{f"{sti}moede__organ__in": organer}) | Q(**{f"{sti}moede__in": faelles})
