#pragma once

#include <QPointer>
#include <QScrollArea>

namespace lanyard {

/// Contains a form: as large as the form if the screen has room for it, and scrollable otherwise (large text, a small
/// screen). Always keeps the focused widget in view.
class FittingArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes ownership of @p content, which may change its size later.
    explicit FittingArea(QWidget *content, QWidget *parent = nullptr);
    ~FittingArea() override;

    /// Brings @p part of the form into view, with the focus above it if both have room, for something that appears
    /// beside the focus, and keeps it there while the layout is still placing it.
    void reveal(QWidget *part);
    /// What appears in the form makes the window higher, as far as the screen has room.
    void letWindowGrow() { m_isWindowGrowing = true; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] int contentHeight(int width) const;
    void chooseScrollBar();
    void growWindow();
    void follow(QWidget *focus);
    void bringIntoView();
    [[nodiscard]] int topOfRevealed() const;

    QPointer<QWidget> m_revealed;
    QPointer<QWidget> m_focusThen; // where it was when that was revealed
    int m_roomWhereItStands = 0;   // the maximum height in place; 0 if the window can be moved
    bool m_isWindowGrowing = false;
};

} // namespace lanyard
