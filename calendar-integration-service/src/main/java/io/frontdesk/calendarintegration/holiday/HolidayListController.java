package io.frontdesk.calendarintegration.holiday;

import io.frontdesk.calendarintegration.holiday.HolidayLists.HolidayList;
import io.frontdesk.calendarintegration.holiday.HolidayLists.NewHolidayList;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/holiday-lists")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class HolidayListController {
    private final HolidayLists lists;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    HolidayListController(HolidayLists lists, IdGenerator ids, Tenancy tenancy) {
        this.lists = lists;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HolidayList createHolidayList(@Valid @RequestBody NewHolidayList list) {
        tenancy.require();
        var id = ids.generateId();
        lists.add(id, list);
        return lists.get(id);
    }

    @GetMapping("/{id}")
    HolidayList getHolidayList(@PathVariable UUID id) {
        return lists.get(id);
    }

    @GetMapping
    @Operation(summary = "Newest first")
    Page<HolidayList> listHolidayLists(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(lists.list(limit + 1, cursor), limit, HolidayList::id);
    }

    @PutMapping("/{id}")
    HolidayList replaceHolidayList(@PathVariable UUID id, @Valid @RequestBody NewHolidayList list) {
        return lists.replace(id, list);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes it, also from the resources that follow it")
    void removeHolidayList(@PathVariable UUID id) {
        lists.remove(id);
    }
}
