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

    void setText(const QString &text);

Q_SIGNALS:
    void showRequested();

private:
    PlainLabel *m_text;
};

} // namespace lanyard
