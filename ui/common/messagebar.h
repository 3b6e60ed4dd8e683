#pragma once

#include "core/base/error.h"

#include <QFrame>

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

    /// @p action empty: none. The text is shown plain.
    void showMessage(Level level, const QString &text, const QString &action = {});
    /// The same for an error, with its details behind "Show details".
    void showError(const Error &error, const QString &action = {});
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();
    void showDetails();

    Level m_level = Level::Info;
    QString m_details;
    PlainLabel *m_icon;
    PlainLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
};

} // namespace lanyard
