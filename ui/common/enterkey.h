#pragma once

#include <QObject>

namespace lanyard {

/// Enter presses the button that has the focus, as Space does, once for each time the key goes down. Qt's own buttons
/// do so only as automatic defaults: elsewhere nothing would happen, or the default button of the dialog would be
/// pressed instead.
///
/// Installed once for the whole program, so that no page or dialog can be forgotten.
class EnterKey : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
