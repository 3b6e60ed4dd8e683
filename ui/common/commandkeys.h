#pragma once

#include <QObject>

namespace lanyard {

/// A key that is held with Alt, Ctrl or Meta is a command and never text: Qt would type the letter of Alt+S into the
/// focused field, or search a list for it, while no enabled control has that mnemonic. AltGr, the Option key of macOS
/// and input methods enter text as always.
///
/// Installed once for the whole program, so that no page or dialog can be forgotten.
class CommandKeys : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
