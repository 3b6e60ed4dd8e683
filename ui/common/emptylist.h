#pragma once

#include <QWidget>

class QPushButton;

namespace lanyard {

class PlainLabel;

/// Takes the place of a list while it has no row: why, and a button if a filter is the reason.
class EmptyList : public QWidget
{
    Q_OBJECT

public:
    /// @p clearFilter is the text of the button, with a letter that is free on the page; @p showAll that of another,
    /// for rows that are left out by a choice beside the filter.
    explicit EmptyList(const QString &clearFilter, const QString &showAll = {}, QWidget *parent = nullptr);

    void explain(const QString &why, bool isFiltered, bool isLeftOut = false);
    [[nodiscard]] QString text() const;
    void focusButton();

Q_SIGNALS:
    void clearFilterRequested();
    void showAllRequested();

private:
    PlainLabel *m_text;
    QPushButton *m_showAll;
    QPushButton *m_clearFilter;
};

} // namespace lanyard
