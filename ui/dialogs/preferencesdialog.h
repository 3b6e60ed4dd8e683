#pragma once

#include "ui/common/typingpause.h"

#include <QDialog>

#include <memory>

class QBoxLayout;

namespace lanyard {

class PlainLabel;
class Preferences;
class TrustSettings;

/// The user's preferences. Each change applies at once.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog. It is no larger than @p parent.
    PreferencesDialog(Preferences &preferences, TrustSettings &trust, QWidget *parent);

private:
    /// A check box and, below it, what it means.
    struct Choice
    {
        QString text;
        QString about;
        bool isOn;
        bool (Preferences::*set)(bool);
    };

    [[nodiscard]] static QBoxLayout *addGroup(QBoxLayout *layout, const QString &title);
    void addAppearance(QBoxLayout *layout);
    void addLanguage(QBoxLayout *layout);
    void addChoice(QBoxLayout *layout, const Choice &choice);
    void addExpiry(QBoxLayout *layout);
    void addDrafts(QBoxLayout *layout);
    void addRestoreAll(QBoxLayout *layout);
    void addClipboard(QBoxLayout *layout);
    [[nodiscard]] QString secondsMisfit() const;
    [[nodiscard]] PlainLabel *addProblem(QBoxLayout *layout);

    Preferences &m_preferences;
    std::unique_ptr<TypingPause> m_secondsPause;
};

} // namespace lanyard
