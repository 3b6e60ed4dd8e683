#pragma once

class QAccessibleInterface;
class QObject;
class QString;
class QWidget;

namespace lanyard {

/// What fieldaccess.h stores about a field, passed on to assistive technology: one source per platform.

/// What is stored; null if there is none.
[[nodiscard]] bool isInvalidField(const QObject &field);
[[nodiscard]] QWidget *labelOf(const QObject &field);
[[nodiscard]] QWidget *descriptionOf(const QObject &field);
/// The field that @p text describes.
[[nodiscard]] QWidget *describedBy(const QObject &text);

/// Answers questions about fields from now on. Call it once, before any window is created.
void installFieldAnswers();
/// The state of @p access that AT-SPI calls @p state has changed: Qt 6.4 passes hardly any on.
void announceState(QAccessibleInterface *access, const QString &state, bool on);

} // namespace lanyard
