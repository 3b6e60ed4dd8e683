#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace lanyard {

class PlainLabel;
class TextTable;
class TrustSettings;

/// A section of the preferences: the certificates that the user has accepted, which can be revoked, and the file of CA
/// certificates trusted in addition to the system's. Each change applies at once.
class TrustPanel : public QWidget
{
    Q_OBJECT

public:
    /// @p trust must outlive the panel.
    explicit TrustPanel(TrustSettings &trust, QWidget *parent = nullptr);

private:
    void arrange();
    void fill();
    void describeFile();
    void fitTable();
    void removeSelected();
    void chooseFile();
    void useFile(const QString &file);
    void say(const QString &text);
    void sayThatItIsWritten();

    TrustSettings &m_trust;
    TextTable *m_accepted;
    PlainLabel *m_none; // instead of an empty table
    QPushButton *m_remove;
    QLineEdit *m_file;
    QPushButton *m_choose;
    QPushButton *m_clear;
    PlainLabel *m_about;       // the file
    PlainLabel *m_outcome;     // of the last action
    QString m_saidWhenWritten; // null if nothing is waiting to be written
};

} // namespace lanyard
