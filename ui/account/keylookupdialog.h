#pragma once

#include <QDialog>
#include <QTimer>

class QPushButton;

namespace lanyard {

class ApiKeysModel;
class FittingArea;
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

Q_SIGNALS:
    /// The user wants to see the key in that row of the model; the dialog has closed.
    void showRequested(int row);

private:
    void lookUp();

    const ApiKeysModel &m_model;
    SecretEdit *m_key;
    PlainLabel *m_answer;
    LateAnnouncement *m_announcement;
    QPushButton *m_show;
    FittingArea *m_area;
    int m_found = -1; // the row of the first key found
    QTimer m_pause;   // of the typing
};

} // namespace lanyard
