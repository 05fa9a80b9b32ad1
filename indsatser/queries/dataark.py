"""The portfolio as a sheet that can be read back: one line for each row, with keys and versions."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.afsnit import Afsnit, Portefoelje, Raekke
from indsatser.queries.datakolonner import ARKNAVN, BAGEST, FORREST, PR_AAR, skriv_versioner
from sundhedsaftale.faelles.regnearkskrivning import Ark, Linje, Vaerdi

_JA_NEJ = {True: "ja", False: "nej", None: None}
_BREDDER = (30, 20, 22, 60, 60)


def dataark(portefoelje: Portefoelje) -> Ark:
    """Read what the page does not show (phase, versions, amounts) in four queries, however many rows."""
    aarraekke = portefoelje.aar
    hoved: tuple[Vaerdi, ...] = (
        *FORREST,
        *aarraekke,
        *(f"{navn} {aar}" for navn in PR_AAR.values() for aar in aarraekke),
        *BAGEST,
    )
    laest = _Laest(portefoelje.poster)
    # A body that follows another's rows shows the same rows again; in the sheet each stands once.
    steder: dict[int | None, tuple[Afsnit, Raekke]] = {}
    for afsnit in portefoelje.afsnit:
        for raekke in afsnit.raekker:
            steder.setdefault(raekke.post_id, (afsnit, raekke))
    linjer = [laest.linje(*sted, aarraekke) for sted in steder.values()]
    bag = len(hoved) - len(BAGEST)
    return Ark(
        navn=ARKNAVN,
        linjer=[Linje(hoved, stil="hoved"), *(Linje(linje) for linje in linjer if linje is not None)],
        bredder=(*_BREDDER, *(7 for _ in aarraekke), *(12 for _ in aarraekke * len(PR_AAR)), 26, 10, 10, 10, 10, 36),
        frosne=(1, 4),
        midt=len(FORREST),
        maskine=range(bag, len(hoved)),
    )


class _Laest:
    """Each value is read together with its version, and what has no version of its own after it: what somebody saves
    meanwhile must never stand in the sheet as if it had been seen."""

    def __init__(self, poster: Sequence[int]) -> None:
        self.poster = {
            pk: (version, organ)
            for pk, version, organ in Portefoeljepost.objects.filter(pk__in=poster)
            .order_by()
            .values_list("pk", "version", "organ__navn")
        }
        indsatser = Indsats.objects.filter(poster__in=poster).order_by()
        self.indsatser = {et["pk"]: et for et in indsatser.values("pk", "version", "slags", "fase", "titel")}
        self.traek: dict[int, dict[int, dict[str, Any]]] = defaultdict(dict)
        felter = ("post_id", "aar", "version", "planlagt", *PR_AAR)
        for traek in Ressourcetraek.objects.filter(post__in=poster).order_by().values(*felter):
            self.traek[traek["post_id"]][traek["aar"]] = traek
        self.maal: dict[int, list[str]] = defaultdict(list)
        par = Indsats.maalsaetninger.through.objects.filter(indsats__in=self.indsatser)
        ordnet = par.order_by("maalsaetning__raekkefoelge", "maalsaetning_id")
        for indsats, tekst in ordnet.values_list("indsats_id", "maalsaetning__tekst"):
            self.maal[indsats].append(tekst)

    def linje(self, afsnit: Afsnit, raekke: Raekke, aarraekke: Sequence[int]) -> tuple[Vaerdi, ...] | None:
        """The row, or None when it has gone since the page was read."""
        if raekke.post_id not in self.poster or raekke.indsats_id not in self.indsatser:
            return None
        post_version, organ = self.poster[raekke.post_id]
        indsats = self.indsatser[raekke.indsats_id]
        traek = self.traek.get(raekke.post_id, {})
        return (
            organ,
            Indsats.Slags(indsats["slags"]).label,
            Indsats.Fase(indsats["fase"]).label,
            indsats["titel"],
            "\n".join(self.maal[indsats["pk"]]) or None,
            *("X" if traek.get(aar, {}).get("planlagt") else None for aar in aarraekke),
            *(_vaerdi(traek.get(aar, {}).get(felt)) for felt in PR_AAR for aar in aarraekke),
            afsnit.aftale.slug,
            raekke.post_id,
            indsats["pk"],
            post_version,
            indsats["version"],
            skriv_versioner({aar: et["version"] for aar, et in traek.items()}) or None,
        )


def _vaerdi(vaerdi: Any) -> Vaerdi:
    return _JA_NEJ[vaerdi] if isinstance(vaerdi, bool) else vaerdi
