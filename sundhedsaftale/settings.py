"""Settings, read from the environment and from `.env`; nonsense stops the start with one sentence.

`DEBUG=on` chooses the embedded default: SQLite, demo accounts, mail to the terminal. Django's own
DEBUG stays off in both, so that a demo shows the portal's error pages and tracebacks go to the log.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sundhedsaftale.logning import TIL_MASKINER, TIL_MENNESKER, logning, start_structlog
from sundhedsaftale.miljoe import (
    broker,
    database,
    env,
    hjemmeside,
    ja_nej,
    krav,
    mailserver,
    mappe,
    noegle,
    sqlite_fil,
    vaertsnavne,
)

BASE_DIR = Path(__file__).resolve().parent.parent
env.read_env(BASE_DIR / ".env")

DEBUG = False
INDLEJRET = ja_nej("DEBUG", standard="off")
DATA_DIR = mappe("DATA_DIR", standard=BASE_DIR / "data")

if INDLEJRET:
    SECRET_KEY = env.str("SECRET_KEY", default="kun-til-demo-paa-egen-maskine-" + "x" * 40)
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
    DATABASE_URL = env.str("DATABASE_URL", default=sqlite_fil(DATA_DIR / "portal.sqlite3"))
    (DATA_DIR / "static").mkdir(exist_ok=True)  # empty: the demo serves the sources themselves
else:
    SECRET_KEY = noegle("SECRET_KEY")
    ALLOWED_HOSTS = vaertsnavne("ALLOWED_HOSTS")
    DATABASE_URL = krav("DATABASE_URL", "skriv adressen på PostgreSQL, postgres://bruger:kode@vaert/navn")
    if DATABASE_URL.startswith("sqlite"):
        raise ImproperlyConfigured("DATABASE_URL skal være PostgreSQL i drift (eller sæt DEBUG=on for demo).")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Behind exactly one proxy that sets X-Forwarded-Proto and X-Forwarded-For itself; without one they are anybody's words.
BAG_PROXY = ja_nej("BAG_PROXY", standard="off")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BAG_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BAG_PROXY else 0

INSTALLED_APPS = [
    "sundhedsaftale.faelles",
    "organisering",
    "indsatser",
    "rapportering",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "rules.apps.AutodiscoverRulesConfig",
    "simple_history",
    "template_partials",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sundhedsaftale.faelles.privat.PrivatMiddleware",
    "sundhedsaftale.faelles.htmx.HtmxLoginMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "sundhedsaftale.urls"
WSGI_APPLICATION = "sundhedsaftale.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sundhedsaftale.faelles.kontekst.portal",
            ],
        },
    }
]

# Database: SQLite takes its write lock when a transaction begins, so that two writers wait instead of failing.
DATABASES = {"default": database("DATABASE_URL", DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# Files: produced reports and uploads.
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA_DIR / "filer")},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if INDLEJRET
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = INDLEJRET

# Login: invited users only, by e-mail address.
AUTH_USER_MODEL = "organisering.Bruger"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "forside"
ACCOUNT_ADAPTER = "organisering.konto.KunInviterede"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "forside"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Sundhedsaftaleportalen: "
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invited address is known; without this nobody could turn two-factor on

# Broker only: the cache and the sessions live in the database, so that reading survives a broker that is gone.
# A request that rings a dead broker gives up within seconds; the sweeper rings again later.
CELERY_BROKER_URL = broker("REDIS_URL")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 60,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
    "max_retries": 0,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_PUBLISH_RETRY = False
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat")
CELERY_BEAT_SCHEDULE = {
    "fej-op": {"task": "rapportering.tasks.fej_op", "schedule": 10.0, "options": {"expires": 10}},
}

# Mail
vars().update(mailserver("EMAIL_URL", standard="consolemail://" if INDLEJRET else "smtp://localhost:25"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Sundhedsaftaleportalen <portal@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Language: Danish; numbers are written by the portal's own filters, years never with a separator.
LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# The longest forms: a sheet of 10,000 rows asks one thing of each, carrying as many initiatives over asks up to three.
# The rest of the form (token, reason) needs a few more. How much it may hold is bounded by Django's own 2.5 MB.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 32_000

# Headers
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = not INDLEJRET
CSRF_COOKIE_SECURE = not INDLEJRET
SECURE_SSL_REDIRECT = not INDLEJRET
SECURE_HSTS_SECONDS = 0 if INDLEJRET else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not INDLEJRET
SECURE_HSTS_PRELOAD = not INDLEJRET
SECURE_REFERRER_POLICY = "same-origin"

CRISPY_ALLOWED_TEMPLATE_PACKS = "dkfds"
CRISPY_TEMPLATE_PACK = "dkfds"

WAS_URL = hjemmeside("WAS_URL")

LOGGING = logning(TIL_MENNESKER if INDLEJRET else TIL_MASKINER)
start_structlog()
