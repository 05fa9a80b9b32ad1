"""A meeting in the shape of a real one, with invented names and words: dissent, a closed item, papers."""

from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pikepdf
from django.core.files.base import ContentFile

from organisering.models import Bemaerkning, Bilag, Dagsordenspunkt, Indstilling, Moede, Ordlyd, Punktfravaer
from organisering.tests.factories import BilagFactory, DagsordenspunktFactory, DeltagelseFactory, MoedeFactory

Slags = Dagsordenspunkt.Slags

LANG = (
    "Parterne har gennem det seneste år afprøvet en fælles arbejdsgang for borgere, der udskrives fra sygehus til "
    "kommunal rehabilitering. Arbejdsgangen er beskrevet i en samarbejdsaftale, som hospitalsenhederne, kommunerne "
    "og almen praksis har været med til at udforme. Erfaringerne peger på, at tidlige telefonmøder giver færre "
    "misforståelser om medicin, hjælpemidler og opfølgning."
)
DELTAGERE = [
    ("Opdigtet Formand", "Regionsrådsmedlem", "Formand", "Region Prøve", "B", "til_stede"),
    ("Opdigtet Næstformand", "Byrådsmedlem", "Næstformand", "Aaby Kommune", "A", "til_stede"),
    ("Opdigtet Medlem", "Byrådsmedlem", "Medlem", "Ørsted Kommune", "V", "afbud"),
    ("Opdigtet Læge", "Praktiserende læge", "Medlem", "PLO-Prøve", "", "til_stede"),
    ("Opdigtet Direktør", "Koncerndirektør", "Medlem", "Region Prøve", "", "udeblevet"),
    ("Opdigtet Konsulent", "Specialkonsulent", "Sekretariat", "Region Prøve", "", "til_stede"),
]
LUKKEDE_ORD = {
    "titel": "kanarielukkettitel",
    "sagsresume": "kanarielukketresume",
    "sagsfremstilling": "kanarielukketfremstilling",
    "oekonomi": "kanarielukketoekonomi",
    "uenighed": "kanarielukketuenighed",
    "beslutning": "kanarielukketbeslutning",
}


def pdf(*sider: str) -> bytes:
    """A PDF with one line of text on each page."""
    ud = BytesIO()
    with pikepdf.new() as ny:
        for tekst in sider:
            ny.add_blank_page(page_size=(595, 842))
            skrift = pikepdf.Dictionary(
                F=pikepdf.Dictionary(
                    Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                )
            )
            ny.pages[-1].Resources = pikepdf.Dictionary(Font=skrift)
            ny.pages[-1].Contents = ny.make_stream(f"BT /F 18 Tf 72 700 Td ({tekst}) Tj ET".encode("latin-1"))
        ny.save(ud, deterministic_id=True)
    return ud.getvalue()


def bilag(punkt: Dagsordenspunkt, titel: str, indhold: bytes | None = None, navn: str = "b.pdf", **felter) -> Bilag:
    et = BilagFactory.create(punkt=punkt, titel=titel, raekkefoelge=punkt.bilag.count() + 1, **felter)
    if indhold is not None:
        et.filnavn = navn
        et.fil.save(navn, ContentFile(indhold), save=True)
    return et


def opret_moede(**felter) -> Moede:
    """Seven items; item 3 has dissent and papers, item 5 is closed, item 7 has a remark made later."""
    moede = MoedeFactory.create(
        organ__navn="Sundhedskoordinationsudvalget Prøve",
        organ__kortnavn="SKU",
        organ__region__navn="Region Prøve",
        starter=datetime(2021, 4, 22, 10, tzinfo=ZoneInfo("Europe/Copenhagen")),
        slutter=datetime(2021, 4, 22, 12, 30, tzinfo=ZoneInfo("Europe/Copenhagen")),
        sted="Rådssalen, Prøvevej 1, 4180 Aaby",
        **felter,
    )
    deltagelser = [
        DeltagelseFactory.create(
            moede=moede,
            raekkefoelge=nr,
            navn=navn,
            titel=titel,
            rolle=rolle,
            organisation=organisation,
            partibogstav=parti,
            fremmoede=fremmoede,
        )
        for nr, (navn, titel, rolle, organisation, parti, fremmoede) in enumerate(DELTAGERE, 1)
    ]
    DagsordenspunktFactory.create(
        moede=moede,
        titel="Godkendelse af dagsorden",
        fast="dagsorden",
        slags=Slags.BESLUTNING,
        sag=None,
        beslutning="Godkendt.",
    )
    referat = DagsordenspunktFactory.create(
        moede=moede,
        titel="Godkendelse af referat",
        fast="referat",
        slags=Slags.BESLUTNING,
        sag=None,
        beslutning="Referatet blev godkendt med en bemærkning til punkt 9.",
    )
    bilag(referat, "Referat af mødet den 4. december 2020", pdf("Referat fra december"), dokid="1234567")
    pulje = DagsordenspunktFactory.create(
        moede=moede,
        titel="Disponering af den tværsektorielle pulje for 2021 og overførsel af uforbrugte midler",
        slags=Slags.BESLUTNING,
        sagsresume="Udvalget tager stilling til, hvordan puljen fordeles på nye og igangværende indsatser i 2021.",
        sagsfremstilling="\n\n".join([LANG] * 5),
        oekonomi="Puljen er på 19,8 mio. kr. Heraf er 12,5 mio. kr. bundet til igangværende indsatser.",
        godkendt_af="Styregruppen for sundhedssamarbejde",
        uenighed="Den kommunale side ønsker, at midlerne følger borgeren. Regionen ønsker en samlet ramme.",
        beslutning="Indstillingerne blev godkendt.\n\nDen kommunale side ønsker at følge indsatserne tæt.",
        sag__sagsnummer="12/838",
    )
    for nr, tekst in enumerate(
        ["udvalget godkender fordelingen for 2021", "udvalget drøfter, hvordan nye indsatser kan finansieres fra 2022"]
    ):
        Indstilling.objects.create(
            punkt=pulje, raekkefoelge=nr, indstiller="Styregruppen for sundhedssamarbejde", tekst=tekst
        )
    bilag(pulje, "Oversigt over puljen", pdf("Pulje side 1", "Pulje side 2"), dokid="7654321", journalnummer="2021-03")
    bilag(pulje, "Regneark med beregninger", b"a,b", navn="beregning.csv")
    bilag(pulje, "Budgetaftalen for 2021", adresse="https://region.example/budget")
    bilag(pulje, "Ansøgning i papirform", dokid="5550001")
    bilag(pulje, "kanarielukketbilag", pdf("kanarielukketbilagstekst"), aabent=False)
    DagsordenspunktFactory.create(
        moede=moede,
        titel="Erfaringer med fælles udskrivning",
        slags=Slags.DROEFTELSE,
        sagsresume="Udvalget drøfter erfaringerne fra det første år.",
        sagsfremstilling="\n\n".join([LANG] * 6),
        beslutning="Drøftet. Administrationen vender tilbage med et forslag til mødet i efteråret.",
    )
    lukket = DagsordenspunktFactory.create(moede=moede, lukket=True, slags=Slags.BESLUTNING, **LUKKEDE_ORD)
    Ordlyd.objects.create(punkt=lukket, titel="Sag om personale", beslutning="Punktet blev behandlet.")
    Indstilling.objects.create(punkt=lukket, indstiller="kanarielukketindstiller", tekst="kanarielukketindstilling")
    Bemaerkning.objects.create(punkt=lukket, fra="kanarielukketfra", dag=moede.dag, tekst="kanarielukketbemaerkning")
    bilag(lukket, "kanarielukketbilagstitel", pdf("kanarielukketpapirtekst"))
    Punktfravaer.objects.create(punkt=lukket, deltagelse=deltagelser[1], slags="inhabil")
    beretninger = DagsordenspunktFactory.create(
        moede=moede,
        titel="Skriftlige beretninger",
        fast="beretninger",
        slags=Slags.ORIENTERING,
        sag=None,
        sagsfremstilling="\n\n".join([LANG] * 2),
        beslutning="Taget til efterretning.",
    )
    Punktfravaer.objects.create(punkt=beretninger, deltagelse=deltagelser[3], slags="fravaerende")
    eventuelt = DagsordenspunktFactory.create(
        moede=moede, titel="Eventuelt", fast="eventuelt", slags="", sag=None, beslutning="Intet."
    )
    Bemaerkning.objects.create(
        punkt=eventuelt,
        fra="PLO-Prøve",
        dag=datetime(2021, 5, 3).date(),
        tekst="Ønsker en drøftelse af referaternes form på et kommende møde.",
    )
    return moede
