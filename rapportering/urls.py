from django.urls import URLPattern

app_name = "rapportering"
urlpatterns: list[URLPattern] = []
