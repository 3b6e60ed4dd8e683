// Which icons the outlined style gives later than others.
#include "ui/look/outlinedstyle.h"

#include <QIconEngine>
#include <QPainter>
#include <QPointer>

#include <functional>
#include <utility>

namespace lanyard {

namespace {

// An icon that is looked for when it is needed.
class LateEngine : public QIconEngine
{
public:
    explicit LateEngine(std::function<QIcon()> find) : m_find(std::move(find)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        found().paint(painter, rect, Qt::AlignCenter, mode, state);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return found().pixmap(size, 1, mode, state);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return found().pixmap(size / scale, scale, mode, state);
    }
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return found().actualSize(size, mode, state);
    }
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override
    {
        return found().availableSizes(mode, state);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LateEngine(m_find); }

private:
    const QIcon &found()
    {
        if (m_icon.isNull())
            m_icon = m_find();
        return m_icon;
    }

    std::function<QIcon()> m_find;
    QIcon m_icon;
};

} // namespace

// A menu bar asks for this one when it is made, and shows it in a window that is too narrow for its menus, if ever: for
// it, the style would search all icon themes, and load every plugin that reads pictures, before the window is shown.
QIcon OutlinedStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which != SP_ToolBarHorizontalExtensionButton)
        return QProxyStyle::standardIcon(which, option, widget);
    const QPointer<QStyle> style(baseStyle());
    return QIcon(new LateEngine([style, which] { return style ? style->standardIcon(which) : QIcon(); }));
}

} // namespace lanyard
