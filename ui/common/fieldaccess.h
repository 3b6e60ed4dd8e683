#pragma once

#include <QString>

class QLineEdit;
class QObject;
class QWidget;

namespace lanyard {

/// What Qt does not tell assistive technology about a field: that its content is invalid, which label names it, and
/// which texts describe it.
///
/// QAccessible::State::invalid means "defunct", and up to at least 6.8 there is no state for an invalid entry; Qt finds
/// a label only among the siblings of its field; there is no described-by relation before 6.6. So this information is
/// provided over D-Bus, in addition to Qt's own (see fieldanswers.h). On platforms without AT-SPI nothing happens.

/// Also for the line edit of an editable combo box, as all of these.
void nameField(QWidget *field, const QString &name);
/// Sets the remark about @p field and its content; empty if there is none.
void describeField(QWidget *field, const QString &description, bool isInvalid);
/// If @p field, a text, can no longer be edited since the last call, or can be again: Qt tells nobody of that, but of
/// what is disabled.
void tellReadOnly(QWidget &field);
/// Shows @p hint in @p field while that is empty. The only way to set one (check_layers): Qt reports a placeholder as
/// the field's description, even if the field is not empty.
void setHint(QLineEdit *field, const QString &hint);
/// @p label names @p field, and may be null if that has a text of its own; @p description, which may be null too,
/// counts while it is visible. It is read with the field alone: what belongs to nothing is read when its dialog opens.
void relateField(QWidget *field, QWidget *label, QWidget *description);
/// @p text is part of the description of @p field, or says what its name does: the same.
void attachText(QWidget &text, QWidget &field);

/// Call it once, before any window is created.
void installFieldAccess();

/// The button opens @p menu, which stands elsewhere for assistive technology too: it says so, and whether it is open.
void setOpenedMenu(QWidget &button, QWidget &menu);
/// Null: none.
[[nodiscard]] QWidget *openedMenu(const QObject &button);
/// The same of @p field and a list that suggests what to enter, which has the keys meanwhile or not.
void setOpenedList(QWidget &field, QWidget &list);
/// From now on it is told whenever @p list, which belongs to @p field, opens or closes.
void tellOpening(QWidget &field, QWidget &list);

} // namespace lanyard
