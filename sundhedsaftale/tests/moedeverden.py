"""The agendas of the small world: one being written, one sent to its members, one published with minutes and all."""

from collections.abc import Callable
from dataclasses import dataclass

from organisering.models import Bemaerkning, Bilag, Dagsordenspunkt, Indstilling, Moede, Ordlyd, Organ
from organisering.tests.factories import BilagFactory, DagsordenspunktFactory, MoedeFactory, SagFactory

# What the members of the body read besides the public; the secretariat reads what is being written too.
MEDLEMMERNES = {
    "udsendt_punkt",
    "udsendt_lukket",
    "lukket_titel",
    "lukket_sagsresume",
    "lukket_sagsfremstilling",
    "lukket_oekonomi",
    "lukket_koordinering",
    "lukket_godkendt_af",
    "lukket_tidligere_beslutninger",
    "lukket_uenighed",
    "lukket_beslutning",
    "lukket_sagsnummer",
    "lukket_indstilling",
    "lukket_indstiller",
    "lukket_bemaerkning",
    "lukket_punkts_bilag",
    "lukket_punkts_filnavn",
    "lukket_punkts_fil",
    "lukket_bilag",
    "lukket_bilags_filnavn",
    "lukket_bilags_fil",
    "lukket_bilags_dokid",
}
SKRIVERNES = {"kladdepunkt", "kladde_indstilling_til_moedet", "ordlyd_udeladt"}
_EGNE_ORD = (
    "titel",
    "sagsresume",
    "sagsfremstilling",
    "oekonomi",
    "koordinering",
    "godkendt_af",
    "tidligere_beslutninger",
    "uenighed",
    "beslutning",
)


@dataclass
class Moedeverden:
    """`aabent` and `lukket` are the items of the published meeting; the papers are both of the open item."""

    kladde: Moede
    udsendt: Moede
    udgivet: Moede
    skjult: Moede
    kladdepunkt: Dagsordenspunkt
    aabent: Dagsordenspunkt
    lukket: Dagsordenspunkt
    aabent_bilag: Bilag
    lukket_bilag: Bilag
    kladdebilag: Bilag


def byg_moedeverden(organ: Organ, skjult_organ: Organ, fugl: Callable[[str], str]) -> Moedeverden:
    kladdepunkt = DagsordenspunktFactory.create(moede=MoedeFactory.create(organ=organ), titel=fugl("kladdepunkt"))
    _indstil(kladdepunkt, fugl("kladde_indstilling_til_moedet"))
    udsendt = MoedeFactory.create(organ=organ, udsendt=True)
    DagsordenspunktFactory.create(moede=udsendt, titel=fugl("udsendt_punkt"))
    DagsordenspunktFactory.create(moede=udsendt, titel=fugl("udsendt_lukket"), lukket=True)
    udgivet = MoedeFactory.create(organ=organ, udgivet=True)
    aabent = DagsordenspunktFactory.create(moede=udgivet)
    return Moedeverden(
        kladde=kladdepunkt.moede,
        udsendt=udsendt,
        udgivet=udgivet,
        skjult=MoedeFactory.create(organ=skjult_organ, udgivet=True),
        kladdepunkt=kladdepunkt,
        aabent=aabent,
        lukket=_lukket_punkt(udgivet, fugl),
        aabent_bilag=BilagFactory.create(punkt=aabent, pdf=True),
        lukket_bilag=BilagFactory.create(
            punkt=aabent,
            aabent=False,
            titel=fugl("lukket_bilag"),
            dokid=fugl("lukket_bilags_dokid"),
            filnavn=f"{fugl('lukket_bilags_filnavn')}.pdf",
            pdf=True,
            fil__data=f"%PDF-1.7 {fugl('lukket_bilags_fil')}".encode(),
        ),
        kladdebilag=BilagFactory.create(punkt=kladdepunkt),
    )


def _lukket_punkt(moede: Moede, fugl: Callable[[str], str]) -> Dagsordenspunkt:
    """A closed item with a word in every field, and a public wording that says nothing of it."""
    ord_ = {felt: fugl(f"lukket_{felt}") for felt in _EGNE_ORD}
    sag = SagFactory.create(organ=moede.organ, titel=ord_["titel"], sagsnummer=fugl("lukket_sagsnummer"))
    punkt = DagsordenspunktFactory.create(moede=moede, sag=sag, lukket=True, **ord_)
    _indstil(punkt, fugl("lukket_indstilling"), af=fugl("lukket_indstiller"))
    Bemaerkning.objects.create(punkt=punkt, fra="PLO Prøve", dag=moede.dag, tekst=fugl("lukket_bemaerkning"))
    BilagFactory.create(
        punkt=punkt,
        titel=fugl("lukket_punkts_bilag"),
        filnavn=f"{fugl('lukket_punkts_filnavn')}.pdf",
        pdf=True,
        fil__data=f"%PDF-1.7 {fugl('lukket_punkts_fil')}".encode(),
    )
    Ordlyd.objects.create(punkt=punkt, titel="En sag om personale", udeladt=fugl("ordlyd_udeladt"))
    return punkt


def _indstil(punkt: Dagsordenspunkt, tekst: str, *, af: str = "Sekretariatet") -> None:
    Indstilling.objects.create(punkt=punkt, raekkefoelge=1, indstiller=af, tekst=tekst)
