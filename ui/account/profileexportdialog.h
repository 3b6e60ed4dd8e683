#pragma once

#include <QDialog>

class QCheckBox;
class QRadioButton;

namespace lanyard {

class MessageQueue;
class TonedLabel;
class Workspace;

/// Asks in which form the profile is to be written to a file, and whether with its secrets.
class ProfileExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive it; what is written is what was last read from the service.
    ProfileExportDialog(Workspace &workspace, MessageQueue &messages, QWidget *parent);

private:
    void follow();
    void exportIt();

    Workspace &m_workspace;
    MessageQueue &m_messages;
    QRadioButton *m_card;
    QRadioButton *m_json;
    QCheckBox *m_secrets;
    TonedLabel *m_warning;
};

} // namespace lanyard
