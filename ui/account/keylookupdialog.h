#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>
#include <QTimer>

class QPushButton;

namespace lanyard {

class FittingArea;
class LateAnnouncement;
class PlainLabel;
class SecretEdit;
class Workspace;
class Workspaces;

/// "Which key is this?": says which key was pasted or typed, of all accounts that somebody is signed in to. It is
/// compared here, sent nowhere, and overwritten when the dialog closes.
class KeyLookupDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p workspaces must outlive it.
    KeyLookupDialog(const Workspaces &workspaces, QWidget *parent);

    void done(int result) override;

Q_SIGNALS:
    /// The user wants to see the key in that row of the model of @p account; the dialog has closed.
    void showRequested(lanyard::Workspace *account, int row);

private:
    void arrange();
    void lookUp();
    [[nodiscard]] QList<Workspace *> searched() const;

    const Workspaces &m_workspaces;
    SecretEdit *m_key;
    PlainLabel *m_answer;
    LateAnnouncement *m_announcement;
    QPushButton *m_show;
    FittingArea *m_area;
    QPointer<Workspace> m_account; // of the first key found
    int m_found = -1;              // its row
    QTimer m_pause;                // of the typing
};

} // namespace lanyard
