#pragma once

#include <QScrollArea>

class QAbstractItemView;

namespace lanyard {

/// The height of @p table with @p header and that many single-line rows.
[[nodiscard]] int heightOfRows(const QAbstractItemView &table, const QWidget &header, int rows);

/// Contains a page: as large as the area, and scrollable if the area is smaller than the page needs, so that a page
/// never pushes the widgets below it off the screen.
class PageArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes ownership of @p page, if given.
    explicit PageArea(QWidget *page = nullptr, QWidget *parent = nullptr);
    ~PageArea() override;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    /// The text below @p focus that is to be seen with it; null if there is none.
    [[nodiscard]] virtual QWidget *textBelow(const QWidget *focus) const;
    /// Brings @p focus, if it is in the area, into view.
    void follow(QWidget *focus);
};

/// Scrolls the page that @p text is on, soon, so that it is in sight and, if there is room, the widget with the focus
/// too.
void revealWithFocus(QWidget *text);

} // namespace lanyard
