#pragma once

#include <QScrollArea>

namespace lanyard {

/// Holds a form: as large as the form where the screen has room for it, and scrolled where it has not (large text, a
/// small screen). What has the focus is always in view.
class FittingArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes @p content, which may change its size later.
    explicit FittingArea(QWidget *content, QWidget *parent = nullptr);
    ~FittingArea() override;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] int contentHeight(int width) const;
    void chooseScrollBar();
    void follow(QWidget *focus);

    int m_roomWhereItStands = 0; // what the area may grow to; 0 where the window can be moved
};

} // namespace lanyard
