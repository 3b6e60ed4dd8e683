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

private:
    void follow(QWidget *focus);
};

} // namespace lanyard
