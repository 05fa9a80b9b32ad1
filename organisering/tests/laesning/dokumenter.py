"""Minutes in the shapes that Danish public bodies write them; every name, number and case is made up."""

KOMMUNALT = """\
Opdigtet Kommune
Social- og Sundhedsudvalget
Beslutningsprotokol

Mødedato: 21-08-2012
Mødetidspunkt: kl. 09.00
Mødested: Mødelokale 2
Medlemmer: Opdigtet Formand (A), Opfundet Næstformand (V), Tredje Medlemsen (Ø)
Fraværende: Tredje Medlemsen

Side 1 af 3

Punkter på dagsordenen følger nedenfor.

12. Budgetopfølgning for sundhed
Sagsnr. 12/838

Resumé
Udvalget får en status på forbruget.

Sagsbeskrivelse
Forbruget følger budgettet.
1. Genoptræning er dyrere end ventet.
2. Forebyggelse er billigere end ventet.

Økonomiske konsekvenser
Ingen.

Det indstilles
at udvalget tager status til efterretning

Beslutning fra Social- og Sundhedsudvalget den 21-08-2012
Godkendt.
Tredje Medlemsen deltog ikke.

Bilag
- Budgetoversigt (Brevid: 4225075)

Side 2 af 3

13. Samarbejde med sygehuset (Lukket)
Sagsnr. 12/901

Sagsbeskrivelse
Fortrolig.

Beslutning fra Økonomiudvalget, 3. maj 2012:
Sendt videre.

Beslutning
Udsat.

14. Eventuelt
Intet.
"""

REGIONALT_MED_TABELLER = """\
Opfundet Region

Referat
til
mødet i Sundhedsstyregruppen
den 4. december 2020 kl. 10:00-12:30
i Regionshuset, lokale A

Afbud: Femte Fraværsen og Sjette Afbudsen

Indhold
Pkt. Tekst Side
1 Velkomst 1
2 Ny model for udskrivning 1
3 Næste møde 3

1 Velkomst

Resume
Formanden byder velkommen.

Beslutning
Taget til efterretning.

2 Ny model for udskrivning

Sagnr.: 1-01-72-30-17

Resume
Modellen er prøvet af i et år.

Administrationen indstiller,
| at | styregruppen godkender modellen, |
| at | modellen sendes til de 19 kommuner. |

Sagsfremstilling
| Kommune | Antal |
|---|---|
| Opdigtet Kommune | 12 |

Beslutning
Indstillingen blev tiltrådt.

Bilag
| Nr. | Titel |
| 1 | Model for udskrivning (DokID: 1234567 - EMN-2020-01234) |

3 Næste møde
Næste møde er den 5. marts 2021.
"""

FORUM_MED_PUNKTORD = """\
Referat fra møde i Opdigtet Samordningsforum den 6. maj 2015 kl. 13:00-15:00, lokale 3

Deltagere:
Opdigtet Formand, sygehusdirektør, Opfundet Sygehus
Kommunal Medformand, direktør, Opdigtet Kommune
Fjerde Praksissen, praktiserende læge, PLO

Afbud fra: Femte Fraværsen, sygeplejefaglig chef, Opfundet Sygehus
Suppleant for Femte Fraværsen: Syvende Vikarsen
Referent: Ottende Skriversen

Dagsorden:
1. Godkendelse af dagsorden
2. Orientering fra implementeringsgrupperne
3. Personalesag
4. Evt.

Ad 1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

Ad 2. Orientering fra implementeringsgrupperne (Orientering)
Baggrund:
Grupperne har haft tre opgaver:
1. Overgange
2. Genoptræning
3. Kommunikation

Konklusion:
Forum tog orienteringen til efterretning.
Opfølgning: Sekretariatet sender materialet ud.

LUKKET PUNKT – Personalesag
Ikke offentligt.

Ad 4. Evt.
Intet at bemærke.

Mødet sluttede kl. 14.50.
"""

STYREGRUPPE_MED_TOTALSNUMRE = """\
**Referat af møde i Den administrative Styregruppe**

**Dato:** fredag den 20. november 2020 kl. 9.00 - 12.00
**Sted:** Virtuelt via video

| Navn | Titel | Organisation |
|---|---|---|
| Opdigtet Formand | koncerndirektør | Opfundet Region |
| Kommunal Medformand | direktør | Opdigtet Kommune |

## 2.13 Forløbsprogram for hjertesygdom
Type: Drøftelse

**Indstilling:** Sekretariatet indstiller til styregruppen, at programmet drøftes.

**Drøftelse:**
Flere ønskede en kortere udgave.

**Beslutning:** Programmet sendes i høring.

## 2.14 Lukket sag: Fordeling af midler

**Beslutning:** Udsat til næste møde.

## 2.15 Meddelelser
Til orientering

- Nyt fra kommunerne
- Nyt fra sygehusene
"""

GRUPPE_MED_DELTAGERE_I_PUNKTET = """\
Møde i Implementeringsgruppen Uddannelse og Arbejde
Tid: 2020-11-20 09:00
Sted: Opfundet Rådhus

Punkt 1: Velkomst og præsentation
Til stede:
Opdigtet Formand (regional formand)
Kommunal Medformand (kommunal formand)
Anden Deltagersen, Opdigtet Kommune
Afbud: Femte Fraværsen

Punkt 2: Status på indsatser
Referat:
Gruppen gennemgik indsatserne.

Det foreslås, at gruppen mødes igen.

Pkt. 3: Næste møde
d. 4. december 2020
"""

KOMMUNALT_FORUM = """\
\ufeffDAGSORDEN OG REFERAT\r
KSS – Kommunalt samarbejdsforum\r
Torsdag\u00a0den 12. marts 2020 kl. 8.30 – 10.00\r
Byrådssalen\r
\r
Ikke mødt: Femte Fraværsen\r
Deltagere: Opdigtet Formand (formand), Anden Deltagersen (Opdigtet Kommune); Tredje Medlemsen, afdelingsleder\r
\r
Beslutningspunkter\r
\r
1) Fælles til\u00adbud om genoptræning\r
330-2020-164\r
Dok.nr. 330-2020-488200\r
Forslag til beslutning:\r
a) at tilbuddet oprettes\r
b) at der evalueres i 2021\r
Beslutning:\r
Tiltrådt med 0,6 mio. kr. i 2019.\r
\r
Side 2\r
\r
Lukkede punkter\r
\r
2) Forhandling\r
Baggrund\r
Ingen\r
Bilag:\r
Notat om forhandling - Dok.nr. 330-2020-488201\r
Ingen\r
"""

ALLE = {
    "kommunalt": KOMMUNALT,
    "regionalt med tabeller": REGIONALT_MED_TABELLER,
    "forum med punktord": FORUM_MED_PUNKTORD,
    "styregruppe med to talsnumre": STYREGRUPPE_MED_TOTALSNUMRE,
    "gruppe med deltagere i punktet": GRUPPE_MED_DELTAGERE_I_PUNKTET,
    "kommunalt forum": KOMMUNALT_FORUM,
}
