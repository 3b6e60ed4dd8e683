#pragma once

#include <QWidget>

class QPushButton;

namespace lanyard {

class PlainLabel;

/// A quiet line on the page of API keys: which keys expire soon, with a button that shows them.
class ExpiryNotice : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryNotice(QWidget *parent = nullptr);

    /// Announced when it is first seen.
    void setText(const QString &text);

Q_SIGNALS:
    void showRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void tell();

    PlainLabel *m_text;
    QString m_told;
};

} // namespace lanyard
