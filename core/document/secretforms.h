#pragma once

#include <QString>

namespace lanyard {

/// @p text with "•••" in the place of what is a secret by its own form, or by what stands around it: tokens of wide use
/// (JWT, GitHub, GitLab, Slack, the ids of AWS keys), the credentials of an `Authorization` header, the signature in an
/// address, what an address of a webhook of Slack, Discord or Microsoft 365 ends with, the password of a command
/// (`--password X`, `curl -u user:X`) and the content of an XML element whose name speaksOfSecret(). @p text has no
/// halves of characters.
[[nodiscard]] QString withoutSecretForms(const QString &text);

} // namespace lanyard
