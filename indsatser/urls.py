from django.urls import path

from indsatser import maalurls
from indsatser.views.aarsrevision import (
    aarsrevision_afslut,
    aarsrevision_detail,
    aarsrevision_list,
    revisionsvalg_behold,
    revisionsvalg_update,
)
from indsatser.views.aftaledel import aftaledel_create, aftaledel_delete, aftaledel_flyt, aftaledel_update
from indsatser.views.celle import post_aar
from indsatser.views.disponering import disponering_update
from indsatser.views.fortrydelse import celle_fortryd
from indsatser.views.indlaesning import indlaesning_detail, indlaesning_fortryd, indlaesning_list
from indsatser.views.indsats import indsats_afslut, indsats_detail, indsats_genoptag, indsats_update
from indsatser.views.kontrol import kontrol, kontrolsvar_fortryd, post_udenfor
from indsatser.views.milepael import milepael_create, milepael_delete, milepael_naaet, milepael_update
from indsatser.views.opgaveoverdragelse import (
    opgaveoverdragelse_create,
    opgaveoverdragelse_detail,
    opgaveoverdragelse_list,
    opgaveoverdragelse_update,
)
from indsatser.views.opgaveoverdragelse_skridt import (
    opgaveoverdragelse_afgoer,
    opgaveoverdragelse_genoptag,
    opgaveoverdragelse_klar,
    opgaveoverdragelse_traek,
)
from indsatser.views.overdragelse import overdragelse
from indsatser.views.portefoelje import portefoelje_aftale, portefoelje_organ, portefoelje_rediger
from indsatser.views.portefoelje_foer import (
    portefoelje_aftale_find,
    portefoelje_aftale_paa,
    portefoelje_organ_find,
    portefoelje_organ_paa,
)
from indsatser.views.portefoeljelaesning import portefoelje_laes, portefoelje_laest
from indsatser.views.portefoeljepost import post_flyt, post_update
from indsatser.views.portefoeljeversion import (
    portefoeljeversion_create,
    portefoeljeversion_delete,
    portefoeljeversion_detail,
    portefoeljeversion_list,
    portefoeljeversion_update,
)
from indsatser.views.portefoeljevisning import (
    portefoeljevisning_create,
    portefoeljevisning_delete,
    portefoeljevisning_update,
)
from indsatser.views.pulje import pulje_create, pulje_detail, pulje_list, pulje_update
from indsatser.views.puljefil import pulje_fil
from indsatser.views.puljekopi import pulje_kopier
from indsatser.views.puljelinjer import pulje_linjer
from indsatser.views.punktvirkning import emne_fjern, punkt_emner, punkt_virkninger, virkning_fjern
from indsatser.views.regneark import regneark_forslag, regneark_indlaes
from indsatser.views.regnearkfil import regneark_aftale, regneark_organ
from indsatser.views.risikofigur import risikofigur_svg, risikofigur_update
from indsatser.views.risikogruppe import risikogruppe_list
from indsatser.views.samlet import portefoelje_samlet
from indsatser.views.sammenligning import sammenligning, siden_sidste_moede
from indsatser.views.spejling import post_afvig, post_foelg
from indsatser.views.tilfoejelse import indsats_create, post_create
from indsatser.views.uplaceret import uplaceret_create, uplaceret_list, uplaceret_placer
from indsatser.views.virkemiddel import virkemiddel_list

app_name = "indsatser"
urlpatterns = [
    path("aftaler/<slug:slug>/portefoelje/", portefoelje_aftale, name="portefoelje-aftale"),
    path("aftaler/<slug:slug>/portefoelje/samlet/", portefoelje_samlet, name="portefoelje-samlet"),
    path("aftaler/<slug:slug>/kontrol/", kontrol, name="kontrol"),
    path("kontrolsvar/<heltal:pk>/fortryd/", kontrolsvar_fortryd, name="kontrolsvar-fortryd"),
    path("poster/<heltal:pk>/udenfor/", post_udenfor, name="post-udenfor"),
    path("aftaler/<slug:slug>/ikke-placeret/", uplaceret_list, name="uplaceret-list"),
    path("aftaler/<slug:slug>/ikke-placeret/ny/", uplaceret_create, name="uplaceret-create"),
    path("indsatser/<heltal:pk>/placer/", uplaceret_placer, name="uplaceret-placer"),
    path("aftaler/<slug:slug>/risikogrupper/", risikogruppe_list, name="risikogruppe-list"),
    path("aftaler/<slug:slug>/risikogrupper/figur/", risikofigur_update, name="risikofigur-update"),
    path("aftaler/<slug:slug>/risikogrupper/figur.svg", risikofigur_svg, name="risikofigur-svg"),
    path("aftaler/<slug:slug>/virkemidler/", virkemiddel_list, name="virkemiddel-list"),
    path("aftaler/<slug:slug>/dele/<slug:slags>/ny/", aftaledel_create, name="aftaledel-create"),
    path("aftaler/<slug:slug>/dele/<slug:slags>/<heltal:pk>/", aftaledel_update, name="aftaledel-update"),
    path("aftaler/<slug:slug>/dele/<slug:slags>/<heltal:pk>/flyt/", aftaledel_flyt, name="aftaledel-flyt"),
    path("aftaler/<slug:slug>/dele/<slug:slags>/<heltal:pk>/slet/", aftaledel_delete, name="aftaledel-delete"),
    path("aftaler/<slug:slug>/portefoelje.<slug:endelse>", regneark_aftale, name="regneark-aftale"),
    path("organer/<slug:slug>/portefoelje.<slug:endelse>", regneark_organ, name="regneark-organ"),
    path("aftaler/<slug:slug>/laes-portefoelje/", portefoelje_laes, name="portefoelje-laes"),
    path("aftaler/<slug:slug>/laes-portefoelje/<str:noegle>/", portefoelje_laest, name="portefoelje-laest"),
    path("aftaler/<slug:slug>/regneark/", regneark_indlaes, name="regneark"),
    path("aftaler/<slug:slug>/regneark/<slug:noegle>/", regneark_forslag, name="regneark-forslag"),
    path("aftaler/<slug:slug>/indlaesninger/", indlaesning_list, name="indlaesning-list"),
    path("indlaesninger/<uuid:uuid>/", indlaesning_detail, name="indlaesning-detail"),
    path("indlaesninger/<uuid:uuid>/fortryd/", indlaesning_fortryd, name="indlaesning-fortryd"),
    path("aftaler/<slug:slug>/puljer/", pulje_list, name="pulje-list"),
    path("aftaler/<slug:slug>/puljer/ny/", pulje_create, name="pulje-create"),
    path("puljer/<heltal:pk>/", pulje_detail, name="pulje-detail"),
    path("puljer/<heltal:pk>.<slug:endelse>", pulje_fil, name="pulje-fil"),
    path("puljer/<heltal:pk>/rediger/", pulje_update, name="pulje-update"),
    path("puljer/<heltal:pk>/linjer/", pulje_linjer, name="pulje-linjer"),
    path("puljer/<heltal:pk>/kopier/", pulje_kopier, name="pulje-kopier"),
    path("disponeringer/<heltal:pk>/rediger/", disponering_update, name="disponering-update"),
    path("aftaler/<slug:slug>/opgaveoverdragelser/", opgaveoverdragelse_list, name="opgaveoverdragelse-list"),
    path("aftaler/<slug:slug>/opgaveoverdragelser/ny/", opgaveoverdragelse_create, name="opgaveoverdragelse-create"),
    path("opgaveoverdragelser/<heltal:pk>/", opgaveoverdragelse_detail, name="opgaveoverdragelse-detail"),
    path("opgaveoverdragelser/<heltal:pk>/rediger/", opgaveoverdragelse_update, name="opgaveoverdragelse-update"),
    path("opgaveoverdragelser/<heltal:pk>/klar/", opgaveoverdragelse_klar, name="opgaveoverdragelse-klar"),
    path("opgaveoverdragelser/<heltal:pk>/afgoer/", opgaveoverdragelse_afgoer, name="opgaveoverdragelse-afgoer"),
    path("opgaveoverdragelser/<heltal:pk>/traek/", opgaveoverdragelse_traek, name="opgaveoverdragelse-traek"),
    path("opgaveoverdragelser/<heltal:pk>/genoptag/", opgaveoverdragelse_genoptag, name="opgaveoverdragelse-genoptag"),
    path("organer/<slug:slug>/portefoelje/", portefoelje_organ, name="portefoelje-organ"),
    path("organer/<slug:slug>/portefoelje/rediger/", portefoelje_rediger, name="portefoelje-rediger"),
    path("organer/<slug:slug>/portefoelje/ny/", indsats_create, name="indsats-create"),
    path("organer/<slug:slug>/portefoelje/tilfoej/", post_create, name="post-create"),
    path("aftaler/<slug:slug>/portefoelje/pr/", portefoelje_aftale_find, name="portefoelje-aftale-find"),
    path("aftaler/<slug:slug>/portefoelje/pr/<str:dag>/", portefoelje_aftale_paa, name="portefoelje-aftale-paa"),
    path("organer/<slug:slug>/portefoelje/pr/", portefoelje_organ_find, name="portefoelje-organ-find"),
    path("organer/<slug:slug>/portefoelje/pr/<str:dag>/", portefoelje_organ_paa, name="portefoelje-organ-paa"),
    path("aftaler/<slug:slug>/versioner-af-portefoeljen/", portefoeljeversion_list, name="portefoeljeversion-list"),
    path(
        "aftaler/<slug:slug>/versioner-af-portefoeljen/ny/",
        portefoeljeversion_create,
        name="portefoeljeversion-create",
    ),
    path("portefoeljeversioner/<uuid:uuid>/", portefoeljeversion_detail, name="portefoeljeversion-detail"),
    path("portefoeljeversioner/<uuid:uuid>/rediger/", portefoeljeversion_update, name="portefoeljeversion-update"),
    path("portefoeljeversioner/<uuid:uuid>/slet/", portefoeljeversion_delete, name="portefoeljeversion-delete"),
    path("aftaler/<slug:slug>/sammenligning/", sammenligning, name="sammenligning"),
    path("aftaler/<slug:slug>/aarsrevision/", aarsrevision_list, name="aarsrevision-list"),
    path("aftaler/<slug:slug>/aarsrevision/<heltal:aar>/", aarsrevision_detail, name="aarsrevision-detail"),
    path("aftaler/<slug:slug>/aarsrevision/<heltal:aar>/afslut/", aarsrevision_afslut, name="aarsrevision-afslut"),
    path(
        "aftaler/<slug:slug>/aarsrevision/<heltal:aar>/<heltal:pk>/", revisionsvalg_update, name="revisionsvalg-update"
    ),
    path(
        "aftaler/<slug:slug>/aarsrevision/<heltal:aar>/<heltal:pk>/behold/",
        revisionsvalg_behold,
        name="revisionsvalg-behold",
    ),
    path("aftaler/<slug:slug>/overdragelse/", overdragelse, name="overdragelse"),
    path("organer/<slug:slug>/siden-sidste-moede/", siden_sidste_moede, name="siden-sidste-moede"),
    path("poster/<heltal:pk>/rediger/", post_update, name="post-update"),
    path("poster/<heltal:pk>/flyt/", post_flyt, name="post-flyt"),
    path("poster/<heltal:pk>/aar/<heltal:aar>/", post_aar, name="post-aar"),
    path("poster/<heltal:pk>/foelg/", post_foelg, name="post-foelg"),
    path("organer/<slug:slug>/portefoelje/afvig/<heltal:indsats>/", post_afvig, name="post-afvig"),
    path("aftaler/<slug:slug>/visninger/ny/", portefoeljevisning_create, name="portefoeljevisning-create"),
    path("visninger/<heltal:pk>/", portefoeljevisning_update, name="portefoeljevisning-update"),
    path("visninger/<heltal:pk>/slet/", portefoeljevisning_delete, name="portefoeljevisning-delete"),
    path("portefoelje/fortryd/", celle_fortryd, name="celle-fortryd"),
    path("punkter/<heltal:pk>/virkninger/", punkt_virkninger, name="punkt-virkninger"),
    path("punkter/<heltal:pk>/emner/", punkt_emner, name="punkt-emner"),
    path("punkter/<heltal:pk>/virkninger/<slug:slags>/", punkt_virkninger, name="punkt-virkninger-slags"),
    path("virkninger/<slug:slags>/<heltal:pk>/fjern/", virkning_fjern, name="virkning-fjern"),
    path("emner/<heltal:pk>/fjern/", emne_fjern, name="emne-fjern"),
    path("indsatser/<heltal:pk>/", indsats_detail, name="indsats-detail"),
    path("indsatser/<heltal:pk>/rediger/", indsats_update, name="indsats-update"),
    path("indsatser/<heltal:pk>/afslut/", indsats_afslut, name="indsats-afslut"),
    path("indsatser/<heltal:pk>/genoptag/", indsats_genoptag, name="indsats-genoptag"),
    path("indsatser/<heltal:pk>/milepaele/ny/", milepael_create, name="milepael-create"),
    path("milepaele/<heltal:pk>/rediger/", milepael_update, name="milepael-update"),
    path("milepaele/<heltal:pk>/naaet/", milepael_naaet, name="milepael-naaet"),
    path("milepaele/<heltal:pk>/slet/", milepael_delete, name="milepael-delete"),
    *maalurls.urlpatterns,
]
