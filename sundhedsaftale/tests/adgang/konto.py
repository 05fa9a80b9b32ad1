"""Accounts."""

from sundhedsaftale.tests.adgang.raekke import LOGGET_IND, Raekke, alle

RAEKKER = [
    Raekke("account_login", "get", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_login", "post", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_logout", "get", LOGGET_IND),
    Raekke("account_logout", "post", alle(302)),
    Raekke("account_inactive", "get", alle(200)),
    Raekke("account_signup", "get", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_signup", "post", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_reauthenticate", "get", LOGGET_IND),
    Raekke("account_change_password", "get", LOGGET_IND),
    Raekke("account_reset_password", "get", alle(200)),
    Raekke("account_reset_password", "post", alle(200)),
    Raekke("account_reset_password_done", "get", alle(200)),
    Raekke("account_reset_password_from_key", "get", alle(200), lambda v: ["0", "forkert-noegle"]),
    Raekke("account_reset_password_from_key_done", "get", alle(200)),
    Raekke("mfa_index", "get", LOGGET_IND),
    Raekke("mfa_authenticate", "get", alle(302)),
    Raekke("mfa_reauthenticate", "get", alle(302)),
    Raekke("mfa_activate_totp", "get", alle(302)),
    Raekke("mfa_deactivate_totp", "get", (302, 404, 404, 404, 404, 404, 404)),
    Raekke("mfa_view_recovery_codes", "get", (302, 404, 404, 404, 404, 404, 404)),
    Raekke("mfa_generate_recovery_codes", "get", alle(302)),
    Raekke("mfa_download_recovery_codes", "get", (302, 404, 404, 404, 404, 404, 404)),
]
