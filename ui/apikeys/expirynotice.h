#pragma once

#include <QWidget>

class QPushButton;

namespace lanyard {

class PlainLabel;

/// A quiet line on the page of API keys: which keys expire soon, with a button that shows them, or all again.
class ExpiryNotice : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryNotice(QWidget *parent = nullptr);

    /// Announced when it is first seen.
    void setText(const QString &text);
    /// Nothing else is shown now. The line stays: what is below it would move.
    void setShowing(bool isShowing);

Q_SIGNALS:
    void showRequested();
    void showAllRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void tell();

    PlainLabel *m_text;
    QPushButton *m_show;
    bool m_isShowing = false;
    QString m_told;
};

} // namespace lanyard
