#pragma once

#include <QFrame>

namespace lanyard {

/// A quiet surface with round corners for things that belong together, a little lighter than the window. Its palette
/// has that colour as the window's, so that what is on it is readable there.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void colour();
};

} // namespace lanyard
