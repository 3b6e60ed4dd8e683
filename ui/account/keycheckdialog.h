#pragma once

#include "core/session/keycheck.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace lanyard {

class ApiKey;
class PlainLabel;
class TonedLabel;

/// Asks the service whom a key belongs to, and says what it answers. Closing it ends the call.
class KeyCheckDialog : public QDialog
{
    Q_OBJECT

public:
    KeyCheckDialog(std::unique_ptr<KeyCheck> check, const ApiKey &key, QWidget *parent);

Q_SIGNALS:
    /// The service has answered: it accepts the key, or it does not.
    void answered(bool isAccepted);

private:
    void showResult(const Result<KeyHolder> &holder);

    std::unique_ptr<KeyCheck> m_check;
    QString m_name; // of the key
    TonedLabel *m_mark;
    PlainLabel *m_text;
    QPushButton *m_close;
};

} // namespace lanyard
