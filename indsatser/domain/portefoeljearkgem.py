"""Saving what was chosen from a sheet of the data layout, as one act."""

from collections.abc import Collection, Sequence

from django.db import IntegrityError
from django.db.models import Max

from indsatser.domain.arklinje import Arkforslag, Arklinje, Arkraekke
from indsatser.domain.celle import fulgte_aar, skriv_egne_aar, stil_celle
from indsatser.domain.indlaesning import samlet_aendring
from indsatser.domain.portefoeljeark import foreslaa
from indsatser.models import Indlaesning, Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.arkstand import Arkstand
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.historik import begrundet


class Foraeldet(Exception):  # noqa: N818 - a domain word
    """Somebody has changed a chosen row since it was shown; nothing is saved."""


def laes_stand(aftale: Aftale, raekker: Sequence[Arkraekke]) -> Arkstand:
    """What is stored now, and what stood there in the versions that the sheet names."""
    return Arkstand.laes(
        aftale,
        [(raekke.indsats, raekke.indsats_version) for raekke in raekker if raekke.indsats and raekke.indsats_version],
        [
            (raekke.post, aar, version)
            for raekke in raekker
            if raekke.post
            for aar, version in raekke.celleversioner.items()
        ],
    )


def foreslaa_ark(aftale: Aftale, raekker: Sequence[Arkraekke]) -> Arkforslag:
    """What the sheet would change. Nothing is saved."""
    return foreslaa(raekker, laes_stand(aftale, raekker))


def gem_ark(
    aftale: Aftale,
    raekker: Sequence[Arkraekke],
    *,
    valg: Collection[str],
    filnavn: str,
    begrundelse: str,
    bruger: Bruger,
) -> Indlaesning:
    """Save the rows whose `Arklinje.valg` is among `valg`, exactly as they were shown.

    Raises Foraeldet when a chosen row is no longer as it was shown. Raises Versionskonflikt when somebody saves one of
    them in the same moment. Either way nothing is saved.
    """
    try:
        return _gem(aftale, raekker, valg=valg, filnavn=filnavn, begrundelse=begrundelse, bruger=bruger)
    except IntegrityError as fejl:  # another made the same cell between our look and our insert
        raise Foraeldet from fejl


def _gem(
    aftale: Aftale,
    raekker: Sequence[Arkraekke],
    *,
    valg: Collection[str],
    filnavn: str,
    begrundelse: str,
    bruger: Bruger,
) -> Indlaesning:
    with samlet_aendring(aftale, slags=Indlaesning.Slags.REGNEARK, kilde=filnavn, bruger=bruger) as indlaesning:
        stand = laes_stand(aftale, raekker)
        valgte = [linje for linje in foreslaa(raekker, stand).linjer if linje.kan_gemmes and linje.valg in valg]
        if len(valgte) < len(valg):
            raise Foraeldet
        gemmer = _Gemmer(stand, f"{begrundelse} (indlæst fra {filnavn})" if begrundelse else f"Indlæst fra {filnavn}")
        for linje in valgte:
            gemmer.gem(linje)
    return indlaesning


class _Gemmer:
    def __init__(self, stand: Arkstand, begrundelse: str) -> None:
        self.stand = stand
        self.begrundelse = begrundelse
        sidste = Portefoeljepost.objects.filter(organ__in=stand.organer).values_list("organ").order_by()
        self.sidste_plads = {organ: plads or 0 for organ, plads in sidste.annotate(Max("raekkefoelge"))}

    def gem(self, linje: Arklinje) -> None:
        if linje.felter:
            linje.indsats = self._indsats(linje)
        post = linje.post or self._post(linje)
        if linje.aar:
            self._skriv_egne_aar(post, linje)
        for aar, felter in linje.aar.items():
            traek = self.stand.traek.get((post.pk, aar)) or Ressourcetraek(post=post, aar=aar)
            if traek.pk and all(getattr(traek, navn) == vaerdi for navn, vaerdi in felter.items()):
                continue
            begrundet(stil_celle(traek, felter), self.begrundelse).save()

    def _skriv_egne_aar(self, post: Portefoeljepost, linje: Arklinje) -> None:
        """A row that follows another body's stands by itself from its first own cell, with the years that it showed."""
        post.organ = self.stand.organer[post.organ_id]
        if (fulgte := fulgte_aar(post)) is None:
            return
        egne = {aar for aar, felter in linje.aar.items() if felter.get("planlagt")} if linje.post is None else fulgte
        skriv_egne_aar(post, egne, begrundelse=self.begrundelse)
        self.stand.traek.update({(post.pk, traek.aar): traek for traek in post.traek.all()})

    def _indsats(self, linje: Arklinje) -> Indsats:
        indsats = linje.indsats or Indsats(aftale=self.stand.aftale)
        felter = dict(linje.felter)
        maal = felter.pop("maalsaetninger", None)
        nye = {navn: vaerdi for navn, vaerdi in felter.items() if getattr(indsats, navn) != vaerdi}
        gemt = self.stand.tjener.get(indsats.pk, []) if indsats.pk else []
        if indsats.pk and not nye and (maal is None or set(maal) == set(gemt)):
            return indsats  # another row of the same initiative has saved it
        for navn, vaerdi in nye.items():
            setattr(indsats, navn, vaerdi)
        begrundet(indsats, self.begrundelse)
        if maal is None:
            indsats.save()
        else:
            indsats.gem_med(maalsaetninger=[self.stand.maalsaetninger[pk] for pk in maal])
            self.stand.tjener[indsats.pk] = list(maal)
        return indsats

    def _post(self, linje: Arklinje) -> Portefoeljepost:
        """A place of its own, last in the body's portfolio."""
        organ = linje.nyt_organ
        if organ is None or linje.indsats is None:
            raise ValueError(f"Række {linje.nummer} er hverken kendt eller ny.")
        self.sidste_plads[organ.pk] = plads = self.sidste_plads.get(organ.pk, 0) + 1
        post = Portefoeljepost(organ=organ, indsats=linje.indsats, raekkefoelge=plads)
        begrundet(post, self.begrundelse).save()
        return post
