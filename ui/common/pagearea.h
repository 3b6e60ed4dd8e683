#pragma once

#include <QPointer>
#include <QScrollArea>

class QAbstractItemView;
class QBoxLayout;

namespace lanyard {

class PointerWatch;

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

    /// What is put above the area in @p place, a widget around it, covers the top of the page instead of moving it:
    /// nothing moves away from a click that is on its way. The keys lead also to what is covered; the wheel scrolls to
    /// it where there is a scroll bar.
    void standIn(const QWidget &place);
    /// The lower edge of the page's header, which may be covered.
    [[nodiscard]] int headHeight() const;

    /// Where what scrolls with the page may be put above it.
    [[nodiscard]] QBoxLayout &content() const { return *m_content; }
    /// Scrolls to what is above the page. What has the focus comes back into view as soon as the user types on.
    void showTop();

protected:
    /// Takes ownership of @p page.
    void setPage(QWidget *page);
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    /// The texts around @p focus that are to be seen with it, the most important one last.
    [[nodiscard]] virtual QWidgetList textsAround(const QWidget *focus) const;
    /// Whether there is room for the scroll bar also while it is not shown.
    [[nodiscard]] virtual bool keepsRoomForBar() const { return false; }
    /// To what is not covered.
    void scrollToTop();
    /// Brings @p focus, if it is in the area, into view.
    void follow(QWidget *focus);
    [[nodiscard]] bool isShowingTop() const { return m_isShowingTop; }
    void endShowingTop();

private:
    void focusMoved(QWidget *old, QWidget *focus);
    void keepFocusInPlace(int moved, bool isFocusInUse);
    [[nodiscard]] bool hasUnreadTop() const;
    [[nodiscard]] bool isInSight(const QWidget *focus, int height, int moved = 0) const;
    void waitForTyping();
    [[nodiscard]] int coveredHeight() const;
    [[nodiscard]] int neededHeight() const;
    [[nodiscard]] bool isOnlyCovered() const;
    void coverTop(int scrolledTo, bool isFocusInUse);
    void chooseScrollBar();

    QBoxLayout *m_content;
    QWidget *m_page = nullptr;
    QPointer<QWidget> m_focus; // in it, the last one
    const QWidget *m_place = nullptr;
    const PointerWatch *m_pointer = nullptr;
    int m_covered = 0; // of the page, by what is above the area
    int m_top = 0;     // in the window
    bool m_isShowingTop = false;
};

/// What has grown, appeared or disappeared has its place at once, on every page.
void finishLayouts();

/// Scrolls every page around @p part, soon, so that it is in sight, though the focus may then not be.
void bringIntoView(QWidget *part);

/// Scrolls the page that @p text is on, soon, so that it is in sight and, if there is room, the widget with the focus
/// too: of a list, its current row.
void revealWithFocus(QWidget *text);

} // namespace lanyard
