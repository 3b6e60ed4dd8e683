#pragma once

class QLineEdit;
class QPlainTextEdit;

namespace lanyard {

/// Makes @p field look like text that is only read, or like a field again. It does not make it read-only.
void showForReading(QLineEdit &field, bool isForReading);
void showForReading(QPlainTextEdit &field, bool isForReading);

/// While @p isMasked, nothing in @p field can be selected, by whatever means: what it shows in the place of a secret
/// gets neither onto a clipboard nor, by a drag, into another field. Of its changes dots
/// are told (see correctToldEvents()): set before a secret is taken out of @p field.
void setMasked(QLineEdit &field, bool isMasked);
void setMasked(QPlainTextEdit &field, bool isMasked);
[[nodiscard]] bool isMasked(const QLineEdit &field);
[[nodiscard]] bool isMasked(const QPlainTextEdit &field);

} // namespace lanyard
