"""Saving what was read from a document and seen through, as one act."""

from collections.abc import Mapping

from django.db import IntegrityError
from django.db.models import Max

from indsatser.domain.celle import skriv_egne_aar, stil_celle
from indsatser.domain.indlaesning import samlet_aendring
from indsatser.domain.organ import afvis_organ
from indsatser.laesning import LaestPortefoelje
from indsatser.models import Indlaesning, Indsats, Maalsaetning, Portefoeljepost, Ressourcetraek
from indsatser.queries.laesestand import Laesestand
from indsatser.queries.laesevalg import NY
from indsatser.queries.portefoeljelaesning import Laeseforslag, Laeselinje, foreslaa
from indsatser.queries.titelmatch import titelkerne
from organisering.models import Aftale, Bruger, Organ
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


class Andetforslag(Exception):  # noqa: N818 - a domain word
    """The proposal is another than the one that was shown; nothing is saved."""


def foreslaa_laesning(aftale: Aftale, laest: LaestPortefoelje, svar: Mapping[str, str]) -> Laeseforslag:
    """What the document would change, with what was chosen by the name of each choice. Nothing is saved."""
    return foreslaa(laest, Laesestand.laes(aftale), svar)


def gem_laesning(
    aftale: Aftale,
    laest: LaestPortefoelje,
    svar: Mapping[str, str],
    *,
    maerke: str,
    kilde: str,
    begrundelse: str,
    bruger: Bruger,
) -> Indlaesning:
    """Save the proposal that carries `maerke`, all of it or nothing.

    Raises Andetforslag when the choices or the portfolio are not as they were shown, Regelbrud when something is
    still to be chosen or nothing would change.
    """
    try:
        with samlet_aendring(aftale, slags=Indlaesning.Slags.DOKUMENT, kilde=kilde, bruger=bruger) as indlaesning:
            forslag = foreslaa_laesning(aftale, laest, svar)
            if forslag.maerke != maerke:
                raise Andetforslag
            if forslag.mangler:
                raise Regelbrud("Vælg først, hvad de markerede rækker, organer og målsætninger er i portalen.")
            if not forslag.antal:
                raise Regelbrud("Der er ingen ændringer at gemme.")
            _Gemmer(forslag, laest, f"{begrundelse} (læst fra {kilde})" if begrundelse else f"Læst fra {kilde}").gem()
    except IntegrityError as fejl:  # another made the same row between our look and our insert
        raise Andetforslag from fejl
    return indlaesning


class _Gemmer:
    def __init__(self, forslag: Laeseforslag, laest: LaestPortefoelje, begrundelse: str) -> None:
        self.forslag, self.stand, self.laest = forslag, forslag.stand, laest
        self.begrundelse = begrundelse
        self.maal: dict[str, Maalsaetning] = {}
        self.nye: dict[str, Indsats] = {}
        self.pladser: dict[int, int] = {}
        self.maalpladser: dict[int, int] = {}

    def gem(self) -> None:
        for organ in {linje.organ.pk: linje.organ for linje in self.forslag.at_gemme if linje.organ}.values():
            afvis_organ(organ, self.stand.aftale)
        self._gem_maal()
        for linje in self.forslag.at_gemme:
            indsats = self._indsats(linje)
            if linje.organ is not None:
                self._aar(linje, indsats, linje.organ)

    def _gem_maal(self) -> None:
        """The targets by their words; a new one stands last in the first body that names it."""
        ansvarlige: dict[str, Organ] = {}
        for raekke in self.laest.raekker:
            valgt = self.forslag.valg.organer[raekke.organ].valgt
            if valgt.isdecimal():
                for tekst in raekke.maalsaetninger:
                    ansvarlige.setdefault(titelkerne(tekst), self.stand.organer[int(valgt)])
        for kerne, valg in self.forslag.valg.maal.items():
            if valg.valgt.startswith("m"):
                self.maal[kerne] = self.stand.maalsaetninger[int(valg.valgt[1:])]
            elif valg.valgt == NY and kerne in ansvarlige:
                organ = ansvarlige[kerne]
                maal = Maalsaetning(
                    aftale=self.stand.aftale, organ=organ, raekkefoelge=self._maalplads(organ), tekst=valg.tekst
                )
                begrundet(maal, self.begrundelse).save()
                self.maal[kerne] = maal

    def _indsats(self, linje: Laeselinje) -> Indsats:
        """Save the initiative where it is new or serves more targets than before."""
        indsats = self.nye.get(linje.noegle) or linje.indsats
        if indsats is None:
            indsats = Indsats(aftale=self.stand.aftale, titel=linje.raekke.indsats, slags=linje.raekke.slags)
        if indsats.pk is None or linje.nye_maal:
            tjener = self.stand.tjener.setdefault(indsats.pk, set()) if indsats.pk else set()
            tjener |= {self.maal[kerne].pk for kerne in linje.nye_maal}
            begrundet(indsats, self.begrundelse)
            indsats.gem_med(maalsaetninger=Maalsaetning.objects.filter(pk__in=tjener)) if tjener else indsats.save()
            self.stand.tjener[indsats.pk] = tjener
        self.nye[linje.noegle] = indsats
        return indsats

    def _aar(self, linje: Laeselinje, indsats: Indsats, organ: Organ) -> None:
        post = self.stand.poster.get((indsats.pk, organ.pk)) or self._post(indsats, organ)
        if linje.foelger:
            return
        if linje.ny_plads and organ.spejler_id and not linje.saet:
            # Without cells of its own it would show the X of the body it mirrors.
            skriv_egne_aar(post, (), begrundelse=self.begrundelse)
            return
        if not linje.ny_plads and self.stand.foelger(post, organ):
            if linje.saet or linje.fjern:
                nu = self.stand.aar_i(indsats.pk, organ) or set()
                skriv_egne_aar(post, (nu | set(linje.saet)) - set(linje.fjern), begrundelse=self.begrundelse)
            return
        celler = self.stand.traek.get(post.pk, {})
        for aar, planlagt in [*((aar, True) for aar in linje.saet), *((aar, False) for aar in linje.fjern)]:
            traek = celler.get(aar) or Ressourcetraek(post=post, aar=aar)
            begrundet(stil_celle(traek, {"planlagt": planlagt}), self.begrundelse).save()

    def _post(self, indsats: Indsats, organ: Organ) -> Portefoeljepost:
        """A place of its own, last in the body's portfolio; a body that mirrors another carries the work out."""
        rolle = Portefoeljepost.Rolle.IMPLEMENTERER if organ.spejler_id else Portefoeljepost.Rolle.UDVIKLER
        post = Portefoeljepost(indsats=indsats, organ=organ, rolle=rolle, raekkefoelge=self._plads(organ))
        begrundet(post, self.begrundelse).save()
        return post

    def _plads(self, organ: Organ) -> int:
        if organ.pk not in self.pladser:
            self.pladser[organ.pk] = organ.poster.aggregate(sidst=Max("raekkefoelge"))["sidst"] or 0
        self.pladser[organ.pk] += 1
        return self.pladser[organ.pk]

    def _maalplads(self, organ: Organ) -> int:
        if organ.pk not in self.maalpladser:
            egne = Maalsaetning.objects.filter(aftale=self.stand.aftale, organ=organ)
            self.maalpladser[organ.pk] = egne.aggregate(sidst=Max("raekkefoelge"))["sidst"] or 0
        self.maalpladser[organ.pk] += 1
        return self.maalpladser[organ.pk]
