from organisering.urls import aftaler, dagsorden, medlemmer, moeder, organer, referat

app_name = "organisering"
urlpatterns = [
    *aftaler.urlpatterns,
    *organer.urlpatterns,
    *medlemmer.urlpatterns,
    *moeder.urlpatterns,
    *dagsorden.urlpatterns,
    *referat.urlpatterns,
]
