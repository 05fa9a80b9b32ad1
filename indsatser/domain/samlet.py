"""The same change for many chosen rows: planned first, shown, and then saved as one act that can be undone as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from indsatser.domain.celle import saet_aar
from indsatser.domain.indlaesning import samlet_aendring
from indsatser.domain.indsatstilknytning import afvis_tilknytninger
from indsatser.domain.organ import afvis_organ
from indsatser.domain.portefoeljepost import flyt_post
from indsatser.models import Indlaesning, Indsats, Portefoeljepost, Virkemiddel
from indsatser.queries.celle import Celle
from organisering.models import Aftale, Bruger, Organ, Organisation
from sundhedsaftale.faelles.dansk import opremset
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

FLEST = 1000


@dataclass(frozen=True, slots=True)
class Oenske:
    """What is wanted of every chosen row; what is empty is left as it is."""

    kryds: frozenset[int] = frozenset()
    uden: frozenset[int] = frozenset()
    fase: str = ""
    tovholder: Organisation | None = None
    uden_tovholder: bool = False
    virkemidler: tuple[Virkemiddel, ...] = ()
    uden_virkemidler: tuple[Virkemiddel, ...] = ()
    organ: Organ | None = None

    @property
    def tekst(self) -> str:
        """What is wanted, in a few words: the source of the act."""
        dele = [
            f"kryds i {opremset([str(et) for et in sorted(self.kryds)])}" if self.kryds else "",
            f"ingen kryds i {opremset([str(et) for et in sorted(self.uden)])}" if self.uden else "",
            f"fase {Indsats.Fase(self.fase).label}" if self.fase else "",
            f"tovholder {self.tovholder}" if self.tovholder else "",
            "ingen tovholder" if self.uden_tovholder else "",
            f"med {opremset([str(et) for et in self.virkemidler])}" if self.virkemidler else "",
            f"uden {opremset([str(et) for et in self.uden_virkemidler])}" if self.uden_virkemidler else "",
            f"flyttet til {self.organ}" if self.organ else "",
        ]
        tekst = ", ".join(filter(None, dele))
        return (tekst[:1].upper() + tekst[1:])[:200]

    @property
    def noegle(self) -> str:
        """The same for the same wish, to tell whether what was shown is what is saved."""
        return self.tekst + repr([en.pk for en in (*self.virkemidler, *self.uden_virkemidler)])


class Aendring(NamedTuple):
    """One value of one row, as people read it."""

    felt: str
    foer: str
    efter: str


@dataclass(slots=True)
class Raekkeplan:
    """One chosen row: what changes, or why it cannot. `sete` are the versions that the plan rests on."""

    post: Portefoeljepost
    sete: str
    celler: list[Celle] = field(default_factory=list)
    aendringer: list[Aendring] = field(default_factory=list)
    afvist: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    oenske: Oenske
    raekker: Sequence[Raekkeplan]

    @property
    def aendres(self) -> list[Raekkeplan]:
        return [en for en in self.raekker if en.aendringer and not en.afvist]

    @property
    def ens(self) -> list[Raekkeplan]:
        """Those that are as wanted already."""
        return [en for en in self.raekker if not en.aendringer and not en.afvist]

    @property
    def afviste(self) -> list[Raekkeplan]:
        return [en for en in self.raekker if en.afvist]

    @property
    def er_indsatser(self) -> bool:
        """Whether every row is an initiative of its own, and may be counted as one."""
        return len({en.post.indsats_id for en in self.raekker}) == len(self.raekker)


def planlaeg(poster: Iterable[Portefoeljepost], oenske: Oenske) -> Plan:
    """Say what would happen to each row; nothing is saved.

    `poster` come with `indsats__aftale`, `indsats__tovholder`, `organ`, `traek` and `indsats__virkemidler` read.
    """
    optagne: set[int] = set()
    if oenske.organ is not None:
        optagne = set(oenske.organ.poster.values_list("indsats_id", flat=True))
    return Plan(oenske, [_planlaeg(post, oenske, optagne) for post in poster])


def gem_plan(plan: Plan, *, aftale: Aftale, bruger: Bruger, begrundelse: str = "") -> Indlaesning:
    """Save what the plan changes, all of it or nothing. Raises Regelbrud, Versionskonflikt.

    An initiative that stands in several of the rows is saved once.
    """
    if not plan.aendres:
        raise Regelbrud("Der er ingen ændringer at gemme.")
    gemte: set[int] = set()
    slags = Indlaesning.Slags.SAMLET
    with samlet_aendring(aftale, slags=slags, kilde=plan.oenske.tekst, bruger=bruger) as indlaesning:
        for raekke in plan.aendres:
            for celle in raekke.celler:
                saet_aar(raekke.post, celle, begrundelse=begrundelse)
            if raekke.post.indsats_id not in gemte:
                gemte.add(raekke.post.indsats_id)
                _gem_indsats(raekke.post.indsats, plan.oenske, begrundelse)
            if plan.oenske.organ is not None and plan.oenske.organ != raekke.post.organ:
                flyt_post(raekke.post, til=plan.oenske.organ, begrundelse=begrundelse)
    return indlaesning


def _planlaeg(post: Portefoeljepost, oenske: Oenske, optagne: set[int]) -> Raekkeplan:
    indsats = post.indsats
    gemte = {traek.aar: Celle(traek.aar, traek.planlagt, traek.version) for traek in post.traek.all()}
    koder = "".join(f".{aar}v{celle.version}" for aar, celle in sorted(gemte.items()))
    plan = Raekkeplan(post, f"{post.pk}:{post.version}.{indsats.version}{koder}")
    for aar in indsats.aftale.aar:
        celle = gemte.get(aar, Celle(aar))
        if aar in oenske.kryds | oenske.uden and celle.planlagt != (aar in oenske.kryds):
            plan.celler.append(Celle(aar, aar in oenske.kryds, celle.version))
            plan.aendringer.append(Aendring(str(aar), _kryds(celle.planlagt), _kryds(aar in oenske.kryds)))
    if oenske.fase and oenske.fase != indsats.fase:
        if indsats.er_afsluttet:
            plan.afvist = "Indsatsen er afsluttet, så fasen ligger fast."
        plan.aendringer.append(Aendring("Fase", indsats.get_fase_display(), Indsats.Fase(oenske.fase).label))
    tovholder = None if oenske.uden_tovholder else oenske.tovholder or indsats.tovholder
    if tovholder != indsats.tovholder:
        plan.aendringer.append(Aendring("Tovholder", str(indsats.tovholder or ""), str(tovholder or "")))
    nu = list(indsats.virkemidler.all())
    if set(nu) != set(bagefter := _virkemidler(nu, oenske)):
        plan.aendringer.append(Aendring("Virkemidler", _navne(nu), _navne(bagefter)))
    if oenske.organ is not None and oenske.organ != post.organ:
        plan.afvist = plan.afvist or _afvist_flytning(post, oenske.organ, optagne)
        plan.aendringer.append(Aendring("Organ", str(post.organ), str(oenske.organ)))
        optagne.add(post.indsats_id)
    return plan


def _afvist_flytning(post: Portefoeljepost, organ: Organ, optagne: set[int]) -> str:
    if post.indsats.er_afsluttet:
        return "Indsatsen er afsluttet og kan ikke flyttes."
    if post.indsats_id in optagne:
        return f"Indsatsen står allerede i porteføljen for {organ}."
    try:
        afvis_organ(organ, post.indsats.aftale)
    except Regelbrud as brud:
        return str(brud)
    return ""


def _gem_indsats(indsats: Indsats, oenske: Oenske, begrundelse: str) -> None:
    nu = list(indsats.virkemidler.all())
    bagefter = _virkemidler(nu, oenske)
    foer = (indsats.fase, indsats.tovholder, set(nu))
    indsats.fase = oenske.fase or indsats.fase
    indsats.tovholder = None if oenske.uden_tovholder else oenske.tovholder or indsats.tovholder
    if foer != (indsats.fase, indsats.tovholder, set(bagefter)):
        afvis_tilknytninger(indsats, {"virkemidler": bagefter})
        begrundet(indsats, begrundelse).gem_med(virkemidler=bagefter)


def _virkemidler(nu: Sequence[Virkemiddel], oenske: Oenske) -> list[Virkemiddel]:
    nye = [en for en in oenske.virkemidler if en not in nu]
    return [en for en in (*nu, *nye) if en not in oenske.uden_virkemidler]


def _navne(virkemidler: Iterable[Virkemiddel]) -> str:
    return ", ".join(str(en) for en in virkemidler)


def _kryds(planlagt: bool) -> str:
    return "X" if planlagt else ""
