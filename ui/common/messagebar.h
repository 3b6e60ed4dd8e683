#pragma once

#include "core/base/error.h"

#include <QFrame>

#include <functional>

class QPushButton;
class QToolButton;

namespace lanyard {

class PlainLabel;

/// One sentence above the page, with at most one action and a button that closes it. A new message takes the place of
/// the old one.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Info, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    /// What can be done about it: the button's text, and what happens when it is pressed. The message is gone then.
    struct Action
    {
        QString text;
        std::function<void()> run;
    };

    /// The text is shown plain.
    void showMessage(Level level, const QString &text, const Action &action = {});
    /// The same for an error, with its details behind "Show details".
    void showError(const Error &error, const Action &action = {});
    void clear();
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();
    void showDetails();
    void runAction();

    Level m_level = Level::Info;
    QString m_details;
    std::function<void()> m_run;
    PlainLabel *m_icon;
    PlainLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
};

} // namespace lanyard
