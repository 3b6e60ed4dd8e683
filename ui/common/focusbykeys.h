#pragma once

#include <QObject>

namespace lanyard {

/// Shows where the focus is to those who use the keyboard: whatever moves it after a key has been pressed. Qt does so
/// for Tab alone, not for F6 or for what a shortcut leads to.
class FocusByKeys : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_isByKeys = false; ///< the last thing the user did was with the keyboard
};

} // namespace lanyard
