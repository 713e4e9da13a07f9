"""Who gets what, address by address: the plain table that `test_access_table.py` walks through.

    "practices:edit": ("draft", "302 200 404 200 200"),
    "POST practices:submit": ("draft", "302 302 404 403 403"),

Left: the address's name as `reverse()` wants it, after a method when it is not GET (a POST sends no field).
Then the function of access_world.py that makes the object and returns the address's arguments ("" without any).
Then one status for each role, in the order of ROLES; a single one stands for all.

The object belongs to `officer`; `other` is an officer of another territory.
"""

ROLES = ("visitor", "officer", "other", "coordinator", "administrator")

# Sign-in pages of django-allauth: who is signed in already is sent on; who is not, is sent to sign in.
ENTRANCE = "200 302 302 302 302"
MEMBERS = "302 200 200 200 200"

TEAM = "302 200 403 200 200"

ROWS: dict[str, tuple[str, str]] = {
    # Public pages
    "home": ("", "200"),
    "gallery": ("", "200"),
    "search": ("", "200"),
    "legal": ("", "200"),
    "privacy": ("", "200"),
    "accessibility": ("", "200"),
    "data_sources": ("", "200"),
    "help": ("", "200"),
    "health": ("", "200"),
    "territories:suggestions": ("", "200"),
    # Practices
    "practices:list": ("", "200"),
    "practices:feed": ("", "200"),
    "practices:detail": ("published", "200"),
    # API
    "api:practice-list": ("", "200"),
    "api:practice-detail": ("published", "200"),
    "api:openapi": ("", "200"),
    "api:docs": ("", "200"),
    "api:unknown": ("", "404"),
    # Back office: administrators only, others are sent to sign in. One row for all its addresses.
    "admin:*": ("", "302 302 302 302 200"),
    # One's own account
    "people:account": ("", MEMBERS),
    "people:profile": ("", MEMBERS),
    "POST people:profile": ("", MEMBERS),
    "people:data": ("", MEMBERS),
    "people:erase": ("", MEMBERS),
    "POST people:erase": ("", MEMBERS),
    "people:declare": ("", MEMBERS),
    "POST people:declare": ("", MEMBERS),
    "people:leave": ("membership", "302 200 404 404 404"),
    "POST people:leave": ("membership", "302 302 404 404 404"),
    # Deciding who works where: coordinators, never on their own
    "people:memberships": ("", "302 403 403 200 200"),
    "people:confirm": ("waiting_membership", "302 405 405 405 405"),
    "POST people:confirm": ("waiting_membership", "302 403 403 302 302"),
    "people:refuse": ("waiting_membership", "302 403 403 200 200"),
    "POST people:refuse": ("waiting_membership", "302 403 403 200 200"),
    # Roles: administrators
    "people:people": ("", "302 403 403 403 200"),
    "people:change_role": ("officer_pk", "302 405 405 405 405"),
    "POST people:change_role": ("officer_pk", "302 403 403 403 302"),
    # Signing in
    "account_login": ("", ENTRANCE),
    "account_logout": ("", MEMBERS),
    "account_inactive": ("", "200"),
    "account_signup": ("", ENTRANCE),
    "account_reauthenticate": ("", MEMBERS),
    "account_email": ("", MEMBERS),
    "account_email_verification_sent": ("", "302"),
    "account_change_password": ("", MEMBERS),
    "account_set_password": ("", "302"),
    "account_reset_password": ("", "200"),
    "account_confirm_password_reset_code": ("", "302"),
    "account_complete_password_reset": ("", "302"),
    "account_password_reset_completed": ("", "200"),
    "account_request_login_code": ("", ENTRANCE),
    "account_confirm_login_code": ("", "302"),
    "mfa_index": ("", MEMBERS),
    "mfa_authenticate": ("", "302"),
    "mfa_reauthenticate": ("", "302"),
    "mfa_activate_totp": ("", "302"),
    "mfa_deactivate_totp": ("", "302 404 404 404 404"),
    "mfa_view_recovery_codes": ("", "302 404 404 404 404"),
    "mfa_generate_recovery_codes": ("", "302"),
    "mfa_download_recovery_codes": ("", "302 404 404 404 404"),
    "mfa_list_webauthn": ("", MEMBERS),
    "mfa_add_webauthn": ("", "302"),
    "mfa_login_webauthn": ("", "302"),
    "mfa_reauthenticate_webauthn": ("", "302"),
    "mfa_edit_webauthn": ("officers_key", "302"),
    "mfa_remove_webauthn": ("officers_key", "302"),
    # ProConnect is not configured in tests: its two addresses do not exist.
    "proconnect_login": ("", "404"),
    "proconnect_callback": ("", "404"),
    "socialaccount_login_cancelled": ("", "200"),
    "socialaccount_login_error": ("", "401"),
    "socialaccount_signup": ("", "302"),
    "socialaccount_connections": ("", MEMBERS),
    # Writing: the team of a text, and coordinators
    "practices:propose": ("", MEMBERS),
    "practices:resembling": ("", MEMBERS),
    "practices:edit": ("draft", TEAM),
    "practices:edit_part": ("draft_part", TEAM),
    "practices:check": ("draft", TEAM),
    "practices:preview": ("draft", TEAM),
    "partnerships:suggestions": ("", MEMBERS),
    "partnerships:propose": ("", MEMBERS),
    "partnerships:edit": ("partnership_draft", TEAM),
    "partnerships:edit_part": ("partnership_part", TEAM),
    "partnerships:check": ("partnership_draft", TEAM),
    "partnerships:preview": ("partnership_draft", TEAM),
    "moderation:mine": ("", MEMBERS),
    "moderation:contribution": ("draft_token", TEAM),
    "moderation:versions": ("draft_token", TEAM),
    "moderation:files": ("draft_token", TEAM),
    "POST moderation:files": ("draft_token", "302 422 403 422 422"),
    "moderation:media": ("joined_file", "404 200 404 200 200"),
    "moderation:shared_preview": ("shared_draft", "200"),
    "moderation:still_true": ("still_true_key", "200"),
    "POST moderation:still_true": ("still_true_key", "302"),
    "POST moderation:stamp": ("own_published", "302 302 403 302 302"),
    "POST moderation:ask_verification": ("own_published", "302 302 403 302 302"),
    "POST moderation:change": ("abandoning", "302 302 403 302 302"),
    "POST moderation:restore": ("submitted_version", "302 409 403 409 409"),
    "POST moderation:add_editor": ("draft_token", "302 302 403 302 302"),
    "POST moderation:leave": ("draft_token", "302 302 403 302 302"),
    # Deciding: coordinators only
    "practices:imports": ("", "302 403 403 200 200"),
    "POST practices:imports": ("", "302 403 403 422 422"),
    "practices:import": ("import_checked", "302 403 403 200 200"),
    "practices:import_columns": ("import_checked", "302 403 403 200 200"),
    "POST practices:import_columns": ("import_checked", "302 403 403 422 422"),
    "POST practices:import_words": ("import_checked", "302 403 403 302 302"),
    "POST practices:import_again": ("import_checked", "302 403 403 302 302"),
    "POST practices:import_confirm": ("import_checked", "302 403 403 302 302"),
    "practices:import_report": ("import_checked", "302 403 403 200 200"),
    "moderation:queue": ("", "302 403 403 200 200"),
    "moderation:review": ("submitted_token", "302 403 403 200 200"),
    "POST moderation:decide": ("submitted_token", "302 403 403 422 422"),
    # A published practice
    "practices:versions": ("published", "200"),
    "partnerships:list": ("", "200"),
    "partnerships:feed": ("", "200"),
    "partnership": ("published_partnership", "200"),
    "partnerships:versions": ("published_partnership", "200"),
    "partnerships:report": ("published_partnership", "200"),
    "POST partnerships:report": ("published_partnership", "422"),
    "api:partnership-list": ("", "200"),
    "api:partnership-detail": ("published_partnership", "200"),
    "practices:report": ("published", "200"),
    "practices:brief": ("published", "200"),
    "practices:brief_pdf": ("published", "200"),
}
