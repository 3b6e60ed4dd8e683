#pragma once

#include <QPushButton>

class QMenu;

namespace lanyard {

/// A button that opens a menu. Qt's own waits for the menu in an event loop within the event.
class MenuButton : public QPushButton
{
    Q_OBJECT

public:
    /// @p menu must outlive it.
    MenuButton(const QString &text, QMenu &menu, QWidget *parent = nullptr);
    [[nodiscard]] QMenu &menu() const { return m_menu; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void initStyleOption(QStyleOptionButton *option) const override;

private:
    void openMenu();

    QMenu &m_menu;
};

} // namespace lanyard
