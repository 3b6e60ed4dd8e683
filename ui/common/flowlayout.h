#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace lanyard {

/// A row that wraps if it is too long: large text, a small screen, a language with long words. Expanding items share
/// the remaining space of their line.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// Takes ownership of @p row, whose items stay on one line.
    void addRow(QLayout *row);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    void setGeometry(const QRect &rect) override;

private:
    using Line = std::vector<QLayoutItem *>;

    [[nodiscard]] std::vector<Line> lines(int width) const;
    int place(const Line &line, const QRect &room, bool reallyPlace) const;
    int placeAll(const QRect &room, bool reallyPlace) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace lanyard
