from django.urls import path

from organisering.views.aftale import aftale_detail, aftale_list

urlpatterns = [
    path("aftaler/", aftale_list, name="aftale-list"),
    path("aftaler/<slug:slug>/", aftale_detail, name="aftale-detail"),
]
