#pragma once

#include <QDialog>
#include <QTimer>

namespace lanyard {

class ApiKeysModel;
class LateAnnouncement;
class PlainLabel;
class SecretEdit;

/// "Which key is this?": says which of the account's keys was pasted or typed. It is compared here, sent nowhere, and
/// overwritten when the dialog closes.
class KeyLookupDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p model must outlive it.
    KeyLookupDialog(const ApiKeysModel &model, QWidget *parent);

    void done(int result) override;

private:
    void lookUp();

    const ApiKeysModel &m_model;
    SecretEdit *m_key;
    PlainLabel *m_answer;
    LateAnnouncement *m_announcement;
    QTimer m_pause; // of the typing
};

} // namespace lanyard
