"""What a sheet of the data layout says, and what it comes to beside what is stored: nothing is saved here."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from indsatser.domain.arklinje import Arkforslag, Arklinje, Arkraekke, Forskel
from indsatser.domain.fase import afvis_faseskift
from indsatser.domain.organ import afvis_organ
from indsatser.models import Indsats
from indsatser.queries.arkfelter import CELLEFELTER, INDSATSFELTER
from indsatser.queries.arkstand import Arkstand
from indsatser.queries.titel import titelnoegle
from sundhedsaftale.faelles.fejl import Regelbrud

_UKENDT = "Nøglen findes ikke i aftalen. Rækken kan være slettet, eller den hører til en anden aftale."
_ANDEN_AFTALE = "Rækken hører til en anden aftale. Indlæs den under den aftale."
_TO_GANGE = "Den samme Række-id står også i række {andre}. Slet den ene."
_STED_TO_GANGE = "Den samme indsats får også plads hos organet i række {andre}. Slet den ene."
_UENS = "Indsatsen står også i række {andre} med noget andet i kolonnen {felt}. Ret dem, så de er ens."
_TVILLING = (
    "Aftalen har allerede en indsats med den titel. Skal den stå hos organet, så skriv dens Indsats-id, og lad "
    "Række-id være tomt."
)
_TVILLING_I_ARKET = "Den samme nye titel står også i række {andre}."
_VERSION = "Versionerne bagest i rækken passer ikke med portalen. Hent arket igen, og ret i det nye."
_FLYT = "Organet kan ikke ændres i arket. Flyt indsatsen på dens side i portalen."
_INTET_ORGAN = "Aftalens region har ikke et organ, der hedder det."


def foreslaa(raekker: Sequence[Arkraekke], stand: Arkstand) -> Arkforslag:
    """Compare the rows with what is stored."""
    linjer = [_linje(raekke, stand) for raekke in raekker]
    _afvis_gentagne(raekker, linjer)
    _afvis_uens(linjer)
    _afvis_tvillinger(linjer, stand)
    return Arkforslag(linjer, mangler=len(stand.i_portefoeljen() - {raekke.post for raekke in raekker}))


def _linje(raekke: Arkraekke, stand: Arkstand) -> Arklinje:
    linje = Arklinje(raekke.nummer, raekke.felter.get("titel", ""), raekke.organ, fejl=list(raekke.fejl))
    if raekke.aftale and raekke.aftale.casefold() not in (stand.aftale.slug, stand.aftale.titel.casefold()):
        linje.fejl.append(_ANDEN_AFTALE)
    elif raekke.indsats is not None and raekke.indsats not in stand.indsatser:
        linje.fejl.append(_UKENDT)
    elif raekke.post is None:
        _ny(linje, raekke, stand)
    elif raekke.post not in stand.poster or stand.poster[raekke.post].indsats_id != raekke.indsats:
        linje.fejl.append(_UKENDT)
    else:
        _kendt(linje, raekke, stand)
    return linje


def _ny(linje: Arklinje, raekke: Arkraekke, stand: Arkstand) -> None:
    """A new initiative, or one of the agreement's in one more body."""
    linje.nyt_organ = stand.organ(raekke.organ)
    if raekke.indsats is not None:
        linje.indsats = stand.indsatser[raekke.indsats]
        linje.titel = linje.indsats.titel
    if linje.nyt_organ is None:
        linje.fejl.append(_INTET_ORGAN)
        return
    try:
        afvis_organ(linje.nyt_organ, stand.aftale)
        if linje.indsats is not None and linje.indsats.er_afsluttet:
            raise Regelbrud("Indsatsen er afsluttet og kan ikke tilføjes.")
        if raekke.indsats is not None and (linje.nyt_organ.pk, raekke.indsats) in stand.pladser:
            raise Regelbrud(f"Indsatsen står allerede i porteføljen for {linje.nyt_organ}.")
    except Regelbrud as brud:
        linje.fejl.append(str(brud))
    linje.felter = {} if raekke.indsats is not None else {"slags": Indsats.Slags.NY.value, **raekke.felter}
    if "fase" in linje.felter:
        _afvis_fase(linje)
    linje.aar = {aar: {f: v for f, v in felter.items() if v not in (None, False)} for aar, felter in raekke.aar.items()}
    linje.aar = {aar: felter for aar, felter in linje.aar.items() if felter}
    linje.forskelle = [
        *(Forskel(felt.navn, felt.vis(linje.felter[navn], stand.tekster), "") for navn, felt in INDSATSFELTER.items()
          if navn != "titel" and linje.felter.get(navn)),
        *(Forskel(CELLEFELTER[navn].for_aar(aar), CELLEFELTER[navn].vis(vaerdi, stand.tekster), "")
          for aar, felter in linje.aar.items() for navn, vaerdi in felter.items()),
    ]  # fmt: skip


def _kendt(linje: Arklinje, raekke: Arkraekke, stand: Arkstand) -> None:
    """Every value three ways: what the sheet says, what is stored, and what stood there when it was fetched."""
    linje.post = post = stand.poster[raekke.post or 0]
    linje.indsats = indsats = stand.indsatser[post.indsats_id]
    organ = stand.organer[post.organ_id]
    if raekke.organ and raekke.post_version == post.version and not stand.hedder(organ, raekke.organ):
        linje.fejl.append(_FLYT)
    linje.titel, linje.organ = indsats.titel, str(organ)
    dengang = stand.indsats_dengang(indsats, raekke.indsats_version)
    if dengang is None:
        linje.fejl.append(_VERSION)
        return
    nu = stand.indsatsfelter(indsats)
    for navn, mit in raekke.felter.items():
        felt = INDSATSFELTER[navn]
        if forskel := _forskel(felt.navn, felt, mit, nu[navn], dengang[navn], stand):
            linje.felter[navn] = mit
            linje.forskelle.append(forskel)
    if "fase" in linje.felter:
        _afvis_fase(linje)
    for aar, felter in raekke.aar.items():
        celle_nu = stand.cellefelter(post.pk, aar)
        celle_dengang = stand.celle_dengang(post.pk, aar, raekke.celleversioner.get(aar, 0))
        if celle_dengang is None:
            linje.fejl.append(_VERSION)
            return
        for navn, mit in felter.items():
            cellefelt = CELLEFELTER[navn]
            navn_i_aar = cellefelt.for_aar(aar)
            if forskel := _forskel(navn_i_aar, cellefelt, mit, celle_nu[navn], celle_dengang[navn], stand):
                linje.aar.setdefault(aar, {})[navn] = mit
                linje.forskelle.append(forskel)


def _afvis_fase(linje: Arklinje) -> None:
    try:
        afvis_faseskift(linje.indsats, linje.felter["fase"])
    except Regelbrud as brud:
        linje.fejl.append(str(brud))


def _forskel(navn: str, felt: Any, mit: Any, nu: Any, dengang: Any, stand: Arkstand) -> Forskel | None:
    """None when I did not change it, or when what I want is stored already."""
    if felt.ens(mit, dengang) or felt.ens(mit, nu):
        return None
    uenige = not felt.ens(nu, dengang)
    return Forskel(
        navn,
        felt.vis(mit, stand.tekster),
        felt.vis(nu, stand.tekster),
        felt.vis(dengang, stand.tekster) if uenige else None,
    )


def _afvis_gentagne(raekker: Sequence[Arkraekke], linjer: Sequence[Arklinje]) -> None:
    """One row for each key, and one new place for each initiative in a body."""
    steder: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    par = list(zip(raekker, linjer, strict=True))
    noegler = [
        (raekke.post,)
        if raekke.post is not None
        else (linje.nyt_organ.pk, raekke.indsats)
        if linje.nyt_organ is not None and raekke.indsats is not None
        else None
        for raekke, linje in par
    ]
    for noegle, linje in zip(noegler, linjer, strict=True):
        if noegle is not None:
            steder[noegle].append(linje.nummer)
    for noegle, (raekke, linje) in zip(noegler, par, strict=True):
        if noegle is not None and len(steder[noegle]) > 1:
            besked = _STED_TO_GANGE if raekke.post is None else _TO_GANGE
            linje.fejl.append(besked.format(andre=_andre(steder[noegle], linje.nummer)))


def _afvis_uens(linjer: Sequence[Arklinje]) -> None:
    """An initiative in several bodies has several rows; what is changed about it must be the same in all of them."""
    oensker: dict[tuple[int, str], dict[int, Any]] = defaultdict(dict)
    for linje in linjer:
        if (indsats := linje.indsats) is not None:
            for navn, vaerdi in linje.felter.items():
                oensker[indsats.pk, navn][linje.nummer] = vaerdi
    efter_nummer = {linje.nummer: linje for linje in linjer}
    for (_, navn), dens in oensker.items():
        if len({repr(vaerdi) for vaerdi in dens.values()}) > 1:
            for nummer in dens:
                felt = INDSATSFELTER[navn].navn
                efter_nummer[nummer].fejl.append(_UENS.format(andre=_andre(dens, nummer), felt=felt))


def _afvis_tvillinger(linjer: Sequence[Arklinje], stand: Arkstand) -> None:
    """No row may make or become an initiative with a title that the agreement or another row has."""
    nye: dict[str, dict[int, int | None]] = defaultdict(dict)
    for linje in linjer:
        if "titel" in linje.felter:
            egen = linje.indsats.pk if linje.indsats else None
            noegle = titelnoegle(linje.felter["titel"])
            nye[noegle][linje.nummer] = egen
            if stand.titler.get(noegle, egen) != egen:
                linje.fejl.append(_TVILLING)
    gentagne = {
        noegle: dens for noegle, dens in nye.items() if len(set(dens.values())) > 1 or Counter(dens.values())[None] > 1
    }
    for linje in linjer:
        if "titel" in linje.felter and (dens := gentagne.get(titelnoegle(linje.felter["titel"]))):
            linje.fejl.append(_TVILLING_I_ARKET.format(andre=_andre(dens, linje.nummer)))


def _andre(numre: Iterable[int], mit: int) -> str:
    return ", ".join(str(nummer) for nummer in numre if nummer != mit)
