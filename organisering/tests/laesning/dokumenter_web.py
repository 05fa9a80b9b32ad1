"""Minutes as they come out of public web pages, furniture and all; every name, number and case is made up."""

SYDLIGT = """\
Gå til indhold
Opfundet Region logo, link til forsiden

Opdigtet Samordningsudvalg - Referat - 21. august 2012

Mødedato
21-08-2012 kl. 14:00 - 16:00

Mødested
Sygehuset, 8. sal syd

Deltagere
 • Opdigtet Formand (V)
 • Anden Medlemsen, A
 • Tredje Medlemsen (O)

 • Afbud
 • Tredje Medlemsen (O)

 • Luk alle punkter Referat


  1. Plan for fødsler
  2. LUKKET PUNKT - Salg af arealer
  3. Eventuelt


  Sagsnr. 12/838
  1. Plan for fødsler
  fold dette punkt ind Resume
  fold dette punkt ind Sagsfremstilling

  Planen gennemgås.

  • Status for planen.

  fold dette punkt ind Indstilling

  Til orientering.

  fold dette punkt ind Beslutning i Opdigtet Samordningsudvalg den 21-08-2012

  Orienteret.

  • Udvalget afventer en evaluering.

  Sagsnr. 12/900
  2. LUKKET PUNKT - Salg af arealer

  Sagsnr. 12/901
  3. Eventuelt
  fold dette punkt ind Beslutning i Opdigtet Samordningsudvalg den 21-08-2012

  Intet.
"""

OESTLIGT = """\
Søg

Referat

Møde i Udvalget for opdigtet sundhed

onsdag den 28. august 2019 kl. 08:00

Mødelokale 20


Deltagere:

Opdigtet Formand (O), Formand

Anden Medlemsen (B)- deltog ikke i behandlingen af punkt: 6, 8, 9

Tredje Afbudsen (A)- afbud
1. Godkendelse af dagsorden

Åbent

Udvalget for opdigtet sundhed Brevid: 3830997

Behandling i Udvalget for opdigtet sundhed onsdag den 28. august 2019, pkt. 1

Godkendt.

Tredje Afbudsen (A) og Anden Medlemsen (B) deltog ikke i Udvalget for opdigtet sundheds behandling af sagen.


2. Styrket samspil

Lukket

Udvalget for opdigtet sundhed Brevid: 4138660

Resume

Der sættes et forløb i gang.

Behandling i Udvalget for opdigtet sundhed onsdag den 28. august 2019, pkt. 2

Udsat.
"""

VESTLIGT = """\
Dagsordner og referater Opdigtet strategisk gruppe Vestklyngen
til
mødet i
den 22. november 2023 kl. 08:30
i L128, Opfundet Hospital

Alle medlemmer var mødt undtagen Femte Fraværsen og Sjette Afbudsen, der havde meldt afbud.

Mødet blev hævet kl. 10.35.

Sagnr.: 1-21-78-2-18

1. Godkendelse af dagsorden
Det indstilles,
at | dagsorden godkendes |
Sagsfremstilling
Punkter til eventuelt.
Mødeleder: Opdigtet Formand
Deltagere:
Direktør Anden Deltagersen, Opdigtet kommune
Lægefaglig direktør Tredje Deltagersen, Opfundet Hospital
Fjerde Skriversen, Opfundet Hospital (sekretariat)
Afbud:
PLO-repræsentant Femte Fraværsen
Beslutning
Godkendt

Sagnr.: 1-21-78-3-18

2. Temadrøftelse om teknologi
Direktionen indstiller,

at gruppen drøfter anbefalinger,

at gruppen afklarer næste skridt.
Sagsfremstilling
Behovet stiger.
Beslutning
Drøftet
"""

KOEBSTAD = """\
Opdigtet Seniorudvalg (2018-2021) – Referat – 12. januar 2021



1. Godkendelse af dagsorden (B)

1.     Godkendelse af dagsorden (B)

Sagsnr.: 330-2020-164                     Dok.nr.: 330-2020-488200          Åbent
Kompetence: Opdigtet Seniorudvalg
Beslutningstema
Godkendelse af dagsorden.
Indstilling
Centerchefen indstiller,
1.    at Dagsorden godkendes.
Beslutning i Opdigtet Seniorudvalg den 12. januar 2021:
Fraværende:
Godkendt med den ændring, at sag 7 udgår.

2. Siden sidst (O)

2.     Siden sidst (O)

Sagsnr.: 330-2020-165                     Dok.nr.: 330-2020-488201          Åbent
Kompetence: Opdigtet Seniorudvalg
Indstilling
Centerchefen indstiller,
1.    at orienteringen tages til efterretning
Beslutning i Opdigtet Seniorudvalg den 12. januar 2021:
Fraværende:  Anden Medlemsen (Ø)
Taget til efterretning.
"""

FAELLESKOMMUNALT = """\
Møde i Opdigtet Strategisk Forum

Udgivet 24.01.2019

UDVALG

Opdigtet Strategisk Forum

MØDE

Møde i Opdigtet Strategisk Forum

STED

Bølgesalen, DGI-huset

STARTTIDSPUNKT

24-01-2019 10:30:00

SLUTTIDSPUNKT

24-01-2019 12:00:00

PUNKTER

1.0. SSF-sager

1.1. Godkendelse af organisering

2.0. DAK-sager

2.13. Formandskabsbehandlet: Status

1.0. SSF-sager

1.1. Godkendelse af organisering

Indstilling
Sekretariatet indstiller, at organiseringen godkendes.

Beslutning
Godkendt.

2.0. DAK-sager

2.13. Formandskabsbehandlet: Status

Beslutning
Ingen bemærkninger.
"""

ALLE = {
    "sydligt": SYDLIGT,
    "østligt": OESTLIGT,
    "vestligt": VESTLIGT,
    "købstad": KOEBSTAD,
    "fælleskommunalt": FAELLESKOMMUNALT,
}
