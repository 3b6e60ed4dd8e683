#pragma once

#include <QScrollArea>

class QAbstractItemView;

namespace lanyard {

/// How high @p table is with @p header and that many rows of one line.
[[nodiscard]] int heightOfRows(const QAbstractItemView &table, const QWidget &header, int rows);

/// Holds a page: as large as the area, and scrolled where the area is smaller than what the page needs. So a page never
/// pushes what stands below it off the screen.
class PageArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes @p page, if there is one yet.
    explicit PageArea(QWidget *page = nullptr, QWidget *parent = nullptr);
    ~PageArea() override;

    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void follow(QWidget *focus);
};

} // namespace lanyard
